import StudyModel

/// The words by which headers are known: English, German, French, Spanish, Dutch, Italian,
/// Portuguese and Polish, in lower case without accents.
enum PersonalWords {
  /// What each kind of column is called.
  static let phrases: [(data: PersonalData, phrases: [[String]])] = [
    (.eMail, split(eMail)), (.internetAddress, split(internetAddress)), (.phone, split(phone)),
    (.account, split(account)), (.name, split(name)), (.birth, split(birth)),
    (.location, split(location)), (.address, split(address)), (.identity, split(identity)),
  ]

  /// What may be a person, and may be how often people meet.
  static let weak = split(
    "contact, contacts, kontakt, contacto, contatto, contato, kontakte, contacten, contact details, "
      + "contact info, contact information, kontaktdaten, contactgegevens, coordonnees, convener, "
      + "convenor, respondent, interviewee, participant, person, personne, persona, persoon, pessoa, "
      + "osoba, people, who, wer, qui, wie, chi, quem, kto")

  private static let eMail =
    "email, e mail, mail, emails, e mails, email address, email id, emailaddress, mailaddress, "
    + "emailadresse, mailadresse, emailadres, mailadres, mailadressen, courriel, mel, "
    + "adresse electronique, correo, correo electronico, correio, correio eletronico, "
    + "correio electronico, posta elettronica, indirizzo elettronico, poczta, poczta elektroniczna, "
    + "elektronische post, e post, epost"

  private static let internetAddress =
    "ip, ip address, ipaddress, ip adresse, ipadresse, ip adres, ipadres, adresse ip, direccion ip, "
    + "endereco ip, indirizzo ip, adres ip, ipv 4, ipv 6, ipv4, ipv6, remote addr, client ip"

  private static let phone =
    "phone, phones, telephone, tel, telno, phonenumber, phone number, mobile, mobile phone, "
    + "mobilephone, cell, cellphone, cell phone, fax, whatsapp, telefon, telefonnummer, "
    + "telefonnr, rufnummer, handy, handynummer, mobil, mobilnummer, mobiltelefon, festnetz, "
    + "telephone portable, numero de telephone, portable, telefono, numero de telefono, movil, "
    + "telefono movil, celular, telefoon, telefoonnummer, mobiel, mobielnummer, gsm, "
    + "telefono cellulare, cellulare, numero di telefono, telefone, telemovel, telemoveis, "
    + "numero de telefone, numer telefonu, telefon komorkowy, komorka, komorkowy"

  private static let name =
    "name, names, first name, firstname, last name, lastname, surname, family name, familyname, "
    + "given name, givenname, forename, forenames, middle name, middlename, maiden name, full name, "
    + "fullname, nickname, contact name, contact person, contactperson, respondent name, "
    + "participant name, interviewee name, person name, name of person, name of respondent, "
    + "name of participant, name of interviewee, name of the respondent, recipient name, "
    + "vorname, nachname, familienname, zuname, rufname, ansprechpartner, ansprechpartnerin, "
    + "kontaktperson, vor und nachname, vor und zuname, nom, prenom, prenoms, nom de famille, "
    + "nom complet, nom et prenom, prenom et nom, nom du repondant, nom du participant, "
    + "personne de contact, nombre, nombres, apellido, apellidos, nombre completo, "
    + "nombre y apellidos, nombre y apellido, persona de contacto, naam, voornaam, achternaam, "
    + "familienaam, tussenvoegsel, volledige naam, voorletters, roepnaam, contactpersoon, nome, "
    + "cognome, nominativo, nome e cognome, cognome e nome, persona di contatto, sobrenome, apelido, "
    + "nome completo, pessoa de contato, imie, imiona, nazwisko, imie i nazwisko, "
    + "osoba kontaktowa"

  private static let birth =
    "date of birth, birth date, birthdate, birthday, dob, year of birth, birth year, birthyear, "
    + "birth day, born, day of birth, birth, geburtsdatum, geburtstag, geburtsjahr, geboren, geburt, "
    + "date de naissance, annee de naissance, naissance, ne le, nee le, fecha de nacimiento, "
    + "ano de nacimiento, nacimiento, geboortedatum, geboortejaar, geboortedag, data di nascita, "
    + "anno di nascita, nascita, data de nascimento, ano de nascimento, nascimento, data urodzenia, "
    + "rok urodzenia, urodzenia, urodzony"

  private static let location =
    "location, locations, gps, gps location, gps coordinates, gps position, geolocation, geo location, "
    + "geo, geodata, latitude, longitude, lat, lng, lon, lat long, lat lon, lat lng, latlong, latlng, "
    + "coordinates, coordinate, coords, position gps, location latitude, location longitude, "
    + "place of residence, residence, hometown, home town, birthplace, place of birth, "
    + "standort, wohnort, wohnsitz, geburtsort, breitengrad, laengengrad, langengrad, koordinaten, "
    + "localisation, lieu de residence, lieu de naissance, domicile, coordonnees gps, ubicacion, "
    + "localizacion, latitud, longitud, coordenadas, lugar de residencia, lugar de nacimiento, "
    + "locatie, woonplaats, woonadres, geboorteplaats, breedtegraad, lengtegraad, coordinaten, "
    + "posizione, latitudine, longitudine, coordinate gps, coordinate geografiche, luogo di residenza, "
    + "luogo di nascita, residenza, localizacao, local de residencia, naturalidade, lokalizacja, "
    + "wspolrzedne, szerokosc geograficzna, dlugosc geograficzna, miejsce zamieszkania, "
    + "miejsce urodzenia"

  private static let address =
    "address, addresses, home address, postal address, street address, street, street name, "
    + "house number, postcode, post code, postal code, postalcode, zip, zip code, zipcode, adresse, "
    + "anschrift, wohnadresse, strasse, hausnummer, postleitzahl, plz, adresse postale, rue, "
    + "code postal, direccion, direccion postal, domicilio, calle, codigo postal, adres, straat, "
    + "straatnaam, huisnummer, indirizzo, codice postale, endereco, rua, morada, cep, "
    + "adres zamieszkania, ulica, kod pocztowy"

  private static let identity =
    "ssn, social security, social security number, passport, passport number, national id, "
    + "identity number, identity card, id card, driving licence, license plate, iban, bank account, "
    + "reisepass, passnummer, personalausweis, ausweisnummer, steuernummer, steuer id, "
    + "sozialversicherungsnummer, kontonummer, passeport, numero de securite sociale, dni, nif, nie, "
    + "pasaporte, bsn, burgerservicenummer, rijksregisternummer, paspoort, paspoortnummer, "
    + "codice fiscale, passaporto, carta d identita, cpf, bilhete de identidade, cartao de cidadao, "
    + "passaporte, pesel, nip, dowod osobisty, paszport"

  private static let account =
    "username, user name, login, login name, loginname, user agent, useragent, device id, deviceid, "
    + "cookie, mac address, imei, linkedin, facebook, twitter, instagram, skype, orcid, "
    + "benutzername, nutzername, anmeldename, nom d utilisateur, identifiant de connexion, "
    + "nombre de usuario, usuario, gebruikersnaam, nome utente, nome de utilizador, "
    + "nome de usuario, nazwa uzytkownika"

  /// Words that stand beside a phrase and change nothing.
  static let companions: Set<String> = Set(
    split(
      "your, my, his, her, the, a, an, of, for, no, nr, num, number, numbers, address, addresses, "
        + "work, home, private, business, personal, primary, secondary, main, other, alternative, "
        + "please, enter, provide, give, what, is, are, s, contact, respondent, "
        + "participant, interviewee, person, recipient, external, first, second, "
        + "office, direct, and, or, full, complete, current, optional, dein, deine, ihr, ihre, "
        + "bitte, privat, geschaftlich, dienstlich, nummer, adresse, und, oder, votre, vos, le, la, "
        + "les, du, de, des, et, ou, l, d, numero, professionnel, personnel, tu, su, el, y, o, "
        + "personal, uw, je, jouw, het, en, van, adres, zakelijk, prive, il, tuo, suo, di, e, "
        + "indirizzo, personale, seu, sua, do, da, endereco, direccion, twoj, numer, i"
    ).joined())

  /// Letters without their accents.
  static let accents: [String: String] = {
    let groups = [
      "a": "áàâäãåāą", "e": "éèêëēęě", "i": "íìîïī", "o": "óòôöõōø", "u": "úùûüūů", "n": "ñńň",
      "c": "çćč", "l": "ł", "s": "śš", "z": "źżž", "y": "ýÿ",
    ]
    var accents = ["ß": "ss"]
    for (plain, letters) in groups {
      for letter in letters { accents[String(letter)] = plain }
    }
    return accents
  }()

  /// Phrases with commas between, each as its words.
  private static func split(_ phrases: String) -> [[String]] {
    phrases.split(separator: ",").map { $0.split(separator: " ").map(String.init) }
  }
}
