// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// Imports go one way, from the pure ground floor up; `.ci/check-imports` holds the arrows.
let package = Package(
  name: "covalence",
  products: [.executable(name: "covalence", targets: ["covalence"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    // Level 0: numbers; and the C libraries for files and digests.
    .target(name: "Statistics", swiftSettings: strict),
    .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .systemLibrary(name: "CLibCrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CLibYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CLibZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CSQLiteSettings", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),

    // Level 1: the field's nouns, scoring and comparison as pure functions.
    .target(name: "StudyModel", dependencies: ["Statistics"], swiftSettings: strict),

    // Level 2: bytes to tables; the study file.
    .target(
      name: "FileFormats",
      dependencies: ["CLibCSV", "CLibCrypto", "CLibExpat", "CLibZip", "CXLSXWriter"],
      swiftSettings: strict),
    .target(
      name: "StudyStore",
      dependencies: [
        "CSQLiteSettings", "FileFormats", "StudyModel",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),

    // Level 3: files to study values and back; results to pages.
    .target(
      name: "Exchange",
      dependencies: ["CLibYAML", "Statistics", "StudyModel", "FileFormats"],
      swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "Statistics", "StudyModel", "FileFormats",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: strict),

    // Level 4: one function a task, used alike by the command line and the web.
    .target(
      name: "StudyWorkflow",
      dependencies: [
        "Statistics", "StudyModel", "FileFormats", "StudyStore", "Exchange", "Reports",
      ],
      swiftSettings: strict),

    // Level 5: what every front answers a program with.
    .target(
      name: "Answers",
      dependencies: [
        "Statistics", "StudyModel", "FileFormats", "StudyStore", "Exchange", "Reports",
        "StudyWorkflow",
      ],
      swiftSettings: strict),

    // Level 6: the command line.
    .executableTarget(
      name: "covalence",
      dependencies: [
        "Answers", "StudyModel", "StudyWorkflow",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StudyModelTests", dependencies: ["StudyModel", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "FileFormatsTests", dependencies: ["FileFormats", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "StudyStoreTests", dependencies: ["StudyStore", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "TestSupport"], swiftSettings: strict),
    .target(
      name: "WorkflowSupport", dependencies: ["StudyModel", "StudyWorkflow", "TestSupport"],
      path: "Tests/WorkflowSupport", swiftSettings: strict),
    .testTarget(
      name: "WorkflowTests", dependencies: ["StudyWorkflow", "TestSupport", "WorkflowSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AnswersTests", dependencies: ["Answers", "TestSupport", "WorkflowSupport"],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
