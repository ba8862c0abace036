/// The program's version, written into every import and report.
public let toolVersion = "0.1.0"
