import Exchange
import StudyModel
import Testing

/// Columns that tell who somebody is, and columns that only look like it.
@Suite struct PersonalColumnTests {
  private static func kind(_ name: String, _ values: String...) -> PersonalData? {
    LeftOutColumn.recognized(name: name, values: values)?.data
  }

  @Test(
    "a header is known in eight languages, however it is written",
    arguments: [
      ("email", PersonalData.eMail), ("E-Mail-Adresse", .eMail), ("Your e-mail address", .eMail),
      ("RecipientEmail", .eMail), ("courriel", .eMail), ("Correo electrónico", .eMail),
      ("posta elettronica", .eMail), ("e-mailadres", .eMail), ("Adres e-mail", .eMail),
      ("IPAddress", .internetAddress), ("IP-Adresse", .internetAddress),
      ("adresse IP", .internetAddress), ("Dirección IP", .internetAddress),
      ("Phone number (home)", .phone), ("telefoonnummer", .phone), ("Téléphone", .phone),
      ("Número de teléfono", .phone), ("Telemóvel", .phone), ("numer telefonu", .phone),
      ("Handynummer", .phone), ("First Name", .name), ("RecipientLastName", .name),
      ("name", .name), ("Vorname", .name), ("prénom", .name), ("Nom et prénom", .name),
      ("apellidos", .name), ("achternaam", .name), ("cognome", .name), ("sobrenome", .name),
      ("imię i nazwisko", .name), ("LocationLatitude", .location), ("GPS", .location),
      ("Wohnort", .location), ("lieu de résidence", .location), ("ubicación", .location),
      ("woonplaats", .location), ("localização", .location), ("Współrzędne", .location),
      ("date_of_birth", .birth), ("Geburtsdatum", .birth), ("date de naissance", .birth),
      ("fecha de nacimiento", .birth), ("geboortedatum", .birth), ("data di nascita", .birth),
      ("data de nascimento", .birth), ("data urodzenia", .birth), ("Postleitzahl", .address),
      ("home_address", .address), ("BSN", .identity), ("codice fiscale", .identity),
      ("user name", .account), ("Straße", .address),
    ])
  func header(name: String, data: PersonalData) {
    let found = LeftOutColumn.recognized(name: name, values: ["Something", "else"])
    #expect(found == LeftOutColumn(name: name, data: data, sign: .header))
  }

  @Test(
    "a header that names something else stays",
    arguments: [
      "organization name", "Organisation", "company_name", "name of the project", "case name",
      "phone calls per week", "email policy", "number of emails sent", "mailing list",
      "IP sharing agreement", "place", "rank", "role", "drive", "established", "members", "funding",
      "notes", "mobile workforce", "birth of the network", "address of concerns", "located in",
      "relationship", "nominal level", "nombre de participants", "language", "duration",
      "start date", "Progress", "comments", "team", "sector", "internal name", "latency", "tool",
    ])
  func otherHeaders(name: String) {
    #expect(Self.kind(name, "Something", "else again") == nil)
  }

  @Test("a header alone is enough where nothing stands in the column")
  func emptyColumn() {
    #expect(Self.kind("email") == .eMail)
    #expect(Self.kind("email", "", "  ") == .eMail)
  }

  @Test("small numbers and yes or no under such a header are no addresses")
  func harmless() {
    #expect(Self.kind("phone", "yes", "no", "") == nil)
    #expect(Self.kind("location", "1", "2", "17") == nil)
    #expect(Self.kind("email", "ja", "nein") == nil)
    #expect(Self.kind("phone", "yes", "0201234567") == .phone)
  }

  @Test("a contact is left out where somebody is named, and stays where it says how often")
  func contact() {
    #expect(Self.kind("contact", "Jane Doe 555-0100") == .name)
    #expect(Self.kind("contact", "Pieter van der Berg", "weekly") == .name)
    #expect(Self.kind("contact", "weekly", "once a month") == nil)
    #expect(Self.kind("who", "everybody", "the team") == nil)
  }

  @Test(
    "addresses, numbers and places are known by themselves, whatever the column is called",
    arguments: [
      (["a.b@example.org", "c@example.com", ""], PersonalData.eMail),
      (["Jane Doe <jane@example.org>"], .eMail), (["mailto:x@y.example", "none"], .eMail),
      (["a@example.org; b@example.org"], .eMail),
      (["192.168.10.4", "10.0.0.1"], .internetAddress), (["10.0.0.1:8080"], .internetAddress),
      (["2001:db8::8a2e:370:7334"], .internetAddress), (["::1"], .internetAddress),
      (["+31 20 123 4567", "+1 (555) 010-0199"], .phone), (["0201234567", "06-12345678"], .phone),
      (["555-010-0199", "555-0199"], .phone), (["(020) 123 45 67", "020 765 43 21"], .phone),
      (["52.3702, 4.8952", "-33.8688 151.2093"], .location),
      (
        ["POINT(4.8952 52.3702)", "4.895,52.370"], .location
      ),
    ])
  func values(values: [String], data: PersonalData) {
    let found = LeftOutColumn.recognized(name: "Q17", values: values)
    #expect(found == LeftOutColumn(name: "Q17", data: data, sign: .values))
  }

  @Test(
    "dates, versions, amounts, keys and sentences are none of these",
    arguments: [
      ["2026-04-14", "14-04-2026", "04/05/2026"], ["2026-04-14T10:00:00Z"],
      ["10:30:00", "11:15:00"],
      ["1.2.3", "1.10.0"], ["00012345", "00012346"], ["12345678", "23456789"], ["0.25", "12.5"],
      ["1,234.56", "99.00"], ["3.5, 4.5", "1.0, 2.0"], ["ask @anna or write to a@b", "see above"],
      ["2024-0001", "2024-0002"], ["0", "1"], ["1-2", "3-4"], ["300.300.300.300"],
      ["write to jane@example.org about the checklist, please", "fine", "no idea"],
      ["0-10", "11-20"], ["abc:def:0", "1:2:3"],
    ])
  func otherValues(values: [String]) {
    #expect(LeftOutColumn.recognized(name: "Q17", values: values) == nil)
  }
}
