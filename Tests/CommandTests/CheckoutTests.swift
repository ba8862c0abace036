import Foundation
import TestSupport
import Testing

/// What a stranger's machine meets first: what is installed, by which command, and why.
@Suite("The checkout on a bare machine")
struct CheckoutTests {
  /// A line of `.ci/packages`.
  private struct Package {
    var purpose: String
    var name: String
    var why: String
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Fixtures.root.appending(path: path), encoding: .utf8)
  }

  private static func packages() throws -> [Package] {
    try text(".ci/packages").split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let words = line.split(separator: " ", maxSplits: 2).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      let rest = words[1...].joined(separator: " ").split(separator: " ", maxSplits: 1)
      return Package(
        purpose: words[0], name: String(rest[0]),
        why: try #require(rest.dropFirst().first.map { $0.trimmingCharacters(in: .whitespaces) }))
    }
  }

  @Test(
    "Every library of the system that the build links has its Debian package, and no other is asked for"
  )
  func libraries() throws {
    let manifest = try Self.text("Package.swift")
    let libraries = manifest.matches(of: /\.systemLibrary\(\s*name: "(\w+)"([^\n]*)/)
    #expect(libraries.count >= 7)
    var named: Set<String> = []
    for library in libraries {
      let packages = library.2.matches(of: /"([a-z0-9.+-]+-dev)"/).map { String($0.1) }
      #expect(!packages.isEmpty, "\(library.1) says of no package that it comes from")
      named.formUnion(packages)
    }
    let modules = try DocsPage.files(under: "Sources", ending: "module.modulemap")
    #expect(modules.count == libraries.count)
    let listed = try Self.packages()
    #expect(Set(listed.filter { $0.purpose == "build" }.map(\.name)) == named)
    #expect(listed.allSatisfy { ["build", "lint", "test"].contains($0.purpose) })
    #expect(listed.allSatisfy { !$0.why.isEmpty })
    #expect(Set(listed.map(\.name)).count == listed.count)
  }

  /// A machine on which nothing is installed: programs that only write down that they were called.
  private static func bareMachine() throws -> Workplace {
    let place = try Workplace()
    let stub = "#!/bin/sh\necho \"$(basename \"$0\") $*\" >> '\(place.path("calls"))'\nexit "
    for (name, status) in [
      ("apt-get", 0), ("sudo", 0), ("dpkg-query", 1), ("swift", 1), ("python3", 1), ("pip", 1),
      ("chromium", 1),
    ] {
      try place.write("bin/\(name)", stub + "\(status)\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: place.path("bin/\(name)"))
    }
    return place
  }

  private static func make(_ verb: String, on place: Workplace) throws -> Workplace.Answer {
    try place.run(
      URL(filePath: "/usr/bin/env"),
      ["-u", "MAKEFLAGS", "-u", "MAKELEVEL", "make", "-C", Fixtures.root.path, verb],
      environment: ["PATH": "\(place.path("bin")):/usr/bin:/bin"])
  }

  private static let hasMake = FileManager.default.isExecutableFile(atPath: "/usr/bin/make")

  @Test(
    "Looking and building install nothing, and name what is missing and who installs it",
    .enabled(if: hasMake, "there is no make"),
    arguments: [
      "build", "release", "golden", "bench", "campaign", "privacy", "lint",
    ])
  func installsNothing(verb: String) throws {
    let place = try Self.bareMachine()
    let answer = try Self.make(verb, on: place)
    #expect(answer.status != 0)
    #expect(!place.text("calls").contains("apt-get") && !place.text("calls").contains("pip"))
    #expect(place.text("calls").contains("dpkg-query"), "it looked")
    let purpose = verb == "lint" ? "lint" : "build"
    let by = verb == "lint" ? "setup-tests" : "setup"
    #expect(answer.talk.contains("Missing packages, which 'make \(by)' installs:"))
    for package in try Self.packages() where package.purpose == purpose {
      #expect(answer.talk.contains("  \(package.name): \(package.why)\n"))
    }
  }

  @Test(
    "Formatting asks for nothing but Swift", .enabled(if: hasMake, "there is no make"))
  func format() throws {
    let place = try Self.bareMachine()
    _ = try Self.make("format", on: place)
    let calls = place.text("calls").split(separator: "\n")
    #expect(calls.count == 1 && calls.first?.hasPrefix("swift format") == true, "\(calls)")
  }

  @Test(
    "The two verbs of the README install all that is missing, and say what and why",
    .enabled(if: hasMake, "there is no make"),
    arguments: [("demo", ["build"]), ("test", ["build", "lint", "test"])])
  func installs(verb: String, purposes: [String]) throws {
    let place = try Self.bareMachine()
    let answer = try Self.make(verb, on: place)
    let installed = place.text("calls").split(separator: "\n").filter { $0.contains("install -y") }
    #expect(installed.count == purposes.count, "\(place.text("calls"))")
    for package in try Self.packages() where purposes.contains(package.purpose) {
      #expect(answer.talk.contains("  \(package.name): \(package.why)\n"))
      #expect(installed.contains { $0.split(separator: " ").contains(package.name[...]) })
    }
  }

  @Test("No rule of the formatter that is on by default is off")
  func formatterRules() throws {
    let place = try Workplace()
    let dumped = try place.run(
      URL(filePath: "/usr/bin/env"), ["swift", "format", "dump-configuration"])
    try #require(dumped.status == 0, "\(dumped.talk)")
    let defaults = try #require(dumped.object["rules"] as? [String: Bool])
    let ours = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.text(".swift-format").utf8))
        as? [String: Any])
    let rules = try #require(ours["rules"] as? [String: Bool])
    #expect(defaults.count > 30)
    let off = defaults.filter { $0.value && rules[$0.key] != true }.keys.sorted()
    #expect(off == [])
  }
}
