import { ada, nils } from "./colleagues.ts";
import { happened, mail, type Person, type Relation, type Thread } from "./story.ts";

const aiko: Person = {
  name: "Aiko Tanaka",
  address: "aiko.tanaka@umikaze.example",
  title: "Project Manager, Europe",
  phone: "+49 40 66969 021",
  client: "gmail",
  zone: "Europe/Berlin",
  signature: "Aiko Tanaka (she/her)\nProject Manager Europe\nUmikaze Foods GmbH, Hamburg\n+49 40 66969 021",
};

const kenji: Person = {
  name: "Kenji Mori",
  address: "kenji.mori@umikaze.example",
  title: "Production Engineer",
  client: "outlook",
  zone: "Asia/Tokyo",
  signature: "Mori Kenji\nProduction Engineering Dept. 2\nUmikaze Foods, Shimizu",
};

const frank: Person = {
  name: "Frank Petersen",
  address: "frank.petersen@umikaze.example",
  title: "Site Manager, Hamburg",
  phone: "+49 40 66969 030",
  client: "iphone",
  zone: "Europe/Berlin",
  signature: "Von meinem iPhone gesendet",
};

const request: Thread = {
  subject: "Request for information: blast freezing line, Hamburg",
  with: [aiko],
  mails: [
    mail(aiko, "118d 09:00")`
      Dear Ms Berg,

      Umikaze Foods plans a second production site in Hamburg for frozen edamame and gyoza. As project manager I am
      collecting information from four suppliers of blast freezers.

      We would appreciate your answers to the following points:
      1. capacity per batch and time from +15 °C to -18 °C core temperature
      2. sanitary design (can all surfaces be reached with a hose?)
      3. references in food production, not storage
      4. indicative price for two units

      We kindly request your reply until {-108 long}.

      Sincerely yours,
      Aiko Tanaka
    `,
    mail(ada, "111d 15:26", {
      attach: [
        {
          kind: "pdf",
          name: "Fjord Kyl answers to RFI.pdf",
          text: "Answers to the request for information\n\nBrisk 12: 240 kg per batch, 95 minutes from +15 to -18 C core\nAll surfaces stainless, floor with 2 degrees of fall, hose-proof IP66\nReferences: a bakery in Skara, a ready-meal kitchen in Odense\nIndicative price: EUR 84,000 for two",
        },
      ],
    })`
      Dear Ms Tanaka,

      thank you for asking us. The answers are in the attachment, in your order. In short: 240 kg per batch in 95 minutes,
      everything can be hosed down, two references in production, and EUR 84,000 for two units as a first idea.

      What I could not find in your papers is the height of the hall. The Brisk 12 needs 3.4 m with its hood.

      Kind regards
      Ada Berg
    `,
    mail(aiko, "109d 08:15")`
      Dear Ms Berg,

      thank you for the complete answer, well before the date. The hall is 4.8 m high. You will hear from us after our
      internal comparison.

      Sincerely yours,
      Aiko Tanaka
    `,
    mail(aiko, "89d 10:40", { quote: false })`
      Dear Ada (if I may),

      I am happy to inform you that Fjord Kyl is one of two suppliers whom we invite to the next stage. Our production
      engineer Mr Mori will contact you about the trays. He writes from Shimizu, so his mails arrive during your night.

      Kind regards,
      Aiko
    `,
    mail(ada, "89d 13:10")`
      Dear Aiko,

      you may, and that is good news. I look forward to Mr Mori's questions.

      Kind regards
      Ada
    `,
  ],
};

const trays: Thread = {
  subject: "Tray dimension",
  with: [kenji, aiko],
  mails: [
    mail(kenji, "86d 02:12", { to: [ada], cc: [aiko] })`
      Dear Berg-san,

      This is Mori of Umikaze. We use tray of 600 x 400 x 30 mm, stainless, 11 kg with product. Question is about Brisk 12
      rack pitch. Drawing says 70 mm. Can pitch become 55 mm? Then 20 trays per rack become 26 trays.

      Best regards,
      Mori
    `,
    mail(ada, "84d 09:50")`
      Dear Mori-san,

      the pitch can be 55 mm with another rack, part number R55-26. But the air needs space: with 26 trays a batch takes
      118 minutes instead of 95. Per hour you would freeze about 5 percent more, not 30.

      Best regards
      Ada Berg
    `,
    mail(kenji, "82d 03:40", { to: [ada], cc: [aiko] })`
      Dear Berg-san,

      Thank you for honest number. Other supplier did not mention time. We calculate with 20 trays.

      Best regards,
      Mori
    `,
  ],
};

const hall: Thread = {
  subject: "Halle Hamburg / Besuch",
  with: [frank],
  mails: [
    mail(frank, "66d 07:12")`
      Moin Frau Berg, Frau Tanaka sagt Sie wollen die Halle sehen. Donnerstag ab 8 bin ich da, Tor 2, Helm hab ich. Bringen
      Sie Sicherheitsschuhe mit?
    `,
    mail(ada, "66d 08:30")`
      Moin Herr Petersen,

      Donnerstag um 9 passt, Schuhe bringe ich mit. Mein Kollege Nils Holm kommt mit dem Laser.

      Viele Grüße
      Ada Berg
    `,
    mail(frank, "66d 08:34")`
      Gut. Kaffee ist schwarz
    `,
  ],
};

const finalOffer: Thread = {
  subject: "Final offer 4288, two Brisk 12",
  with: [aiko],
  mails: [
    mail(ada, "41d 16:20", {
      attach: [
        {
          kind: "pdf",
          name: "Offer 4288 Umikaze.pdf",
          text: "Offer 4288\nUmikaze Foods GmbH, Hamburg\n\n2 x Brisk 12 with hood, 20 trays per rack\nEUR 81,600 delivered and installed\n30 percent with the order, 60 on delivery, 10 after acceptance\nDelivery 12 weeks after the order\nPenalty of 0.5 percent per week of delay, at most 5",
        },
      ],
    })`
      Dear Aiko,

      the final offer is attached: EUR 81,600 for two Brisk 12, installed, delivery twelve weeks after the order. I have
      put in the penalty for delay that your purchasing asked for: 0.5 percent a week, at most 5.

      Kind regards
      Ada
    `,
    mail(aiko, "33d 11:00")`
      Dear Ada,

      our board in Japan has decided for Fjord Kyl. Congratulations to you and your team! The honest number about the
      trays was mentioned in the meeting.

      The purchase order 4500-1187 follows this week.

      Kind regards,
      Aiko
    `,
    mail(ada, "33d 11:21")`
      Dear Aiko,

      what a nice mail to get. Greetings to Mori-san from all of us; we open a packet of edamame tonight.

      Ada
    `,
  ],
};

const kickOff: Thread = {
  subject: "Kick-off in {+33 month}",
  with: [aiko, nils],
  mails: [
    mail(ada, "4d 10:45", { to: [aiko], cc: [nils] })`
      Dear Aiko,

      your order has been confirmed, production starts on {+8 date}. For the kick-off in Hamburg Nils and I would like
      half a day with you and Mr Petersen. Which weeks in {+33 month} suit you?

      Kind regards
      Ada
    `,
    mail(aiko, "28h", { to: [ada], cc: [nils] })`
      Dear Ada,

      thank you. Either week {+33 week} or week {+38 week} would work on our side, Mr Petersen prefers the later one
      because of the floor. Mr Mori could join by video before 10:00. Which one do you prefer, and shall I book the
      hotel at the harbour for the two of you?

      Kind regards,
      Aiko
    `,
  ],
};

export const umikaze: Relation = {
  company: {
    name: "Umikaze Foods GmbH",
    industry: "Food production",
    sizeBand: "51-200",
    website: "https://umikaze.example",
    notes: "European arm of a family company in Shimizu. New site in Hamburg for edamame and gyoza.",
  },
  people: [aiko, kenji, frank],
  threads: [request, trays, hall, finalOffer, kickOff],
  happenings: [
    happened("meeting", "63d 09:00", { with: [frank], outcome: "positive" })`
      Hamburg: measured the hall with Frank Petersen

      4.8 m, columns every 6 m. Floor of bay 3 has to be ground before anything stands on it, three weeks of work, his
      side. Black coffee, as announced.
    `,
    happened("call", "38d 14:30", { with: [aiko], outcome: "positive" })`
      Aiko on the offer: price is fine, board meets in ten days

      She asked for 10 percent to be kept until acceptance, agreed.
    `,
    happened("task", "33d 12:00", { with: [aiko, kenji], due: -30, done: true })`
      Send the order confirmation and the drawing of the 20-tray rack
    `,
  ],
};
