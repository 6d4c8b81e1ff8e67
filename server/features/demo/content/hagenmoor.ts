import { ada, nils } from "./colleagues.ts";
import { happened, mail, type Person, type Relation, type Thread } from "./story.ts";

const brandt: Person = {
  name: "Dr. Ulrike Brandt",
  address: "u.brandt@hagenmoor.example",
  title: "Leiterin Technik",
  phone: "+49 40 66969 114",
  client: "outlook-de",
  zone: "Europe/Berlin",
  signature: "Dr.-Ing. Ulrike Brandt\nLeiterin Technik\nHagenmoor Fleischwaren GmbH, Vechta\nTel. +49 40 66969 114",
};

const wieland: Person = {
  name: "Jens Wieland",
  address: "j.wieland@hagenmoor.example",
  title: "Einkauf",
  client: "outlook-de",
  zone: "Europe/Berlin",
  signature: "Jens Wieland\nEinkauf Technik\nHagenmoor Fleischwaren GmbH",
};

const seidel: Person = {
  name: "Katrin Seidel",
  address: "k.seidel@hagenmoor.example",
  client: "outlook-de",
  zone: "Europe/Berlin",
};

const inquiry: Thread = {
  subject: "Anfrage Reiferaum 3",
  with: [brandt],
  mails: [
    mail(brandt, "243d 10:12")`
      Sehr geehrte Frau Berg,

      für unseren dritten Reiferaum (Rohwurst, 14 bis 16 °C, 75 bis 85 % relative Feuchte) suchen wir eine Anlage, die
      Temperatur und Feuchte getrennt regelt. Ihr Haus wurde uns vom Verband genannt.

      Können Sie uns bis zum {-233 de} mitteilen, ob Sie so etwas bauen und in welchem Preisrahmen wir uns bewegen?

      Mit freundlichen Grüßen
      Ulrike Brandt
    `,
    mail(ada, "240d 09:40")`
      Sehr geehrte Frau Dr. Brandt,

      vielen Dank für Ihre Anfrage. Ja, das bauen wir: Das Gerät Polhem R regelt Feuchte und Temperatur in zwei eigenen
      Kreisen, die Abweichung beträgt höchstens 2 % und 0,3 K. Für einen Raum Ihrer Größe liegt der Preis zwischen 52.000
      und 58.000 EUR.

      Wie groß ist der Raum, und wie oft am Tag wird die Tür geöffnet?

      Mit freundlichen Grüßen
      Ada Berg
    `,
    mail(brandt, "238d 14:05")`
      Sehr geehrte Frau Berg,

      der Raum misst 12 x 7 x 3,2 m. Die Tür wird sechsmal am Tag geöffnet, jeweils für einen Rauchwagen. Beides habe ich
      selbst gezählt und gemessen.

      Mit freundlichen Grüßen
      Ulrike Brandt
    `,
    mail(ada, "231d 16:15", {
      attach: [
        {
          kind: "pdf",
          name: "Angebot 4021 Hagenmoor.pdf",
          text: "Angebot 4021\nHagenmoor Fleischwaren GmbH, Vechta\n\nPolhem R für Reiferaum 3 (269 m³)\n54.600 EUR netto, montiert\nLieferzeit 10 Wochen\nGewährleistung 24 Monate",
        },
      ],
    })`
      Sehr geehrte Frau Dr. Brandt,

      anbei das Angebot 4021 über 54.600 EUR netto, montiert und eingefahren, Lieferzeit zehn Wochen. Den Einkauf habe ich
      noch nicht angeschrieben, das überlasse ich Ihnen.

      Mit freundlichen Grüßen
      Ada Berg
    `,
  ],
};

const negotiation: Thread = {
  subject: "Angebot 4021 / Konditionen",
  with: [wieland],
  mails: [
    mail(wieland, "224d 08:02")`
      Guten Tag Frau Berg,

      Frau Dr. Brandt möchte Ihre Anlage, ich möchte 8 % und 3 % Skonto. Was geht?

      Gruß
      Wieland
    `,
    mail(ada, "224d 09:15")`
      Guten Tag Herr Wieland,

      3 % Skonto innerhalb von zehn Tagen, das geht. Statt 8 % Nachlass biete ich Ihnen die erste Wartung kostenlos, sie hat
      einen Wert von 1.180 EUR.

      Viele Grüße
      Ada Berg
    `,
    mail(wieland, "223d 07:48")`
      Zwei Wartungen.
    `,
    mail(ada, "223d 08:10")`
      Anderthalb gibt es nicht, also zwei. Bestellen Sie bis {-215 de-weekday}?
    `,
    mail(wieland, "218d 11:30", {
      attach: [
        {
          kind: "pdf",
          name: "Bestellung 45-20931.pdf",
          text: "Bestellung 45-20931\nHagenmoor Fleischwaren GmbH\n1 x Polhem R laut Angebot 4021: 54.600 EUR\n3 % Skonto, 10 Tage\n2 Wartungen ohne Berechnung",
        },
      ],
    })`
      Bestellung anbei. War mir ein Vergnügen.

      Gruß
      Wieland
    `,
  ],
};

const humidity: Thread = {
  subject: "Feuchteverlauf Raum 3",
  with: [brandt, nils, seidel],
  mails: [
    mail(brandt, "129d 13:22", { to: [ada], cc: [seidel] })`
      Sehr geehrte Frau Berg,

      seit der Inbetriebnahme erreichen wir nachts 88 % statt 85 %. Frau Seidel (Qualitätssicherung, in Kopie) sieht bei
      der Mailänder bereits Schimmelansatz. Ich bitte um eine Erklärung und um Abhilfe in dieser Woche.

      Mit freundlichen Grüßen
      Ulrike Brandt
    `,
    mail(ada, "129d 14:01", { to: [brandt], cc: [seidel, nils] })`
      Sehr geehrte Frau Dr. Brandt,

      das darf nicht sein. Nils Holm, unser Serviceleiter, schaut sich die Kurven noch heute aus der Ferne an und ruft Sie
      vor 17 Uhr an. Wenn er die Ursache nicht von hier aus beheben kann, ist er am {-127 de-weekday} bei Ihnen.

      Mit freundlichen Grüßen
      Ada Berg
    `,
    mail(nils, "129d 16:20", { to: [brandt], cc: [ada, seidel] })`
      Hallo Frau Brandt, sorry for my german so in english: the night setback was on, it should be off for ripening. changed
      it at 16:05. look tomorrow, if it is not under 85 i come with the train.

      Nils Holm
    `,
    mail(brandt, "127d 08:15", { to: [nils], cc: [ada, seidel] })`
      Dear Mr Holm,

      84 % in both nights. Your English is better than my patience was. Thank you.

      Ulrike Brandt
    `,
  ],
};

const maintenance: Thread = {
  subject: "Termin erste Wartung",
  with: [wieland],
  mails: [
    mail(ada, "49d 09:30")`
      Guten Tag Herr Wieland,

      die erste der beiden geschenkten Wartungen ist fällig. Passt Ihnen der {-35 de}, 7 bis 11 Uhr?

      Viele Grüße
      Ada Berg
    `,
    mail(wieland, "48d 10:20")`
      Passt. Pforte weiß Bescheid.
    `,
    mail(ada, "34d 15:40", {
      quote: false,
      attach: [
        {
          kind: "pdf",
          name: "Wartungsprotokoll 1.pdf",
          text: "Wartungsprotokoll\nPolhem R, Hagenmoor, Reiferaum 3\n{-35 de-dotted}\nFilter gewechselt, Befeuchter entkalkt, Dichtung Tür nachgestellt\nKeine Beanstandungen",
        },
      ],
    })`
      Guten Tag Herr Wieland,

      die Wartung ist erledigt, das Protokoll hängt an. Keine Beanstandungen.

      Viele Grüße
      Ada Berg
    `,
  ],
};

const room4: Thread = {
  subject: "Reiferaum 4",
  with: [brandt, wieland],
  mails: [
    mail(ada, "11d 11:00", { to: [brandt], cc: [wieland] })`
      Sehr geehrte Frau Dr. Brandt,

      Herr Wieland hat am Telefon einen vierten Reiferaum erwähnt. Bleiben die Maße dieselben wie bei Raum 3, und bis wann
      brauchen Sie ein Angebot?

      Mit freundlichen Grüßen
      Ada Berg
    `,
  ],
};

export const hagenmoor: Relation = {
  company: {
    name: "Hagenmoor Fleischwaren GmbH",
    industry: "Food production",
    sizeBand: "201-500",
    website: "https://hagenmoor.example",
  },
  people: [brandt, wieland, seidel],
  threads: [inquiry, negotiation, humidity, maintenance, room4],
  happenings: [
    happened("call", "12d 16:00", { with: [wieland], outcome: "positive" })`
      Wieland: Raum 4 kommt nächstes Jahr, wieder mit Polhem R

      Budget etwa 60.000 EUR. Will wieder verhandeln, freut sich darauf.
    `,
    happened("meeting", "145d 10:00", { with: [brandt], outcome: "positive" })`
      Vechta: Inbetriebnahme Reiferaum 3

      Zwei Tage mit Frau Dr. Brandt. Sollwert 15 °C und 80 %. Nachtabsenkung steht noch auf dem Werkswert.
    `,
  ],
};
