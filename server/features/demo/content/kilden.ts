import { ada } from "./colleagues.ts";
import { happened, mail, type Person, type Relation, type Thread } from "./story.ts";

const nadia: Person = {
  name: "Nadia Haddad",
  address: "nadia.haddad@kilden.example",
  title: "Energy Adviser",
  client: "gmail",
  zone: "Europe/Oslo",
  signature: "Nadia Haddad\nsenior energirådgiver, Kilden Energi AS, Bergen",
};

const ingrid: Person = {
  name: "Ingrid Moe",
  address: "ingrid.moe@kilden.example",
  client: "outlook",
  zone: "Europe/Oslo",
};

const grant: Thread = {
  subject: "Support scheme for CO2 refrigeration",
  with: [nadia, ingrid],
  mails: [
    mail(nadia, "205d 10:30", { to: [ada], cc: [ingrid] })`
      Hello Ada,

      I got your name from a hotel kitchen in Voss. We advise companies on energy, and there is a new scheme that pays 30
      to 45 percent of the extra cost when synthetic refrigerants are replaced with CO2. Hardly anybody applies because
      the form wants measured consumption, and nobody measures.

      You do, as I understand? If your loggers record kWh, your customers could get the money almost for free. I would
      write the applications. Does that sound interesting?

      Warm regards,
      Nadia
    `,
    mail(ada, "204d 13:00")`
      Hi Nadia,

      it sounds very interesting. Each room that we have delivered in the past six years records kWh by the hour, and the
      customer owns the figures. I would only pass them on with a signature from each of them.

      Who pays you, the customer or the scheme?

      Best,
      Ada
    `,
    mail(nadia, "203d 09:20")`
      Hello Ada,

      that is exactly the right order. The scheme covers my fee up to NOK 25,000 a case, so it costs the customer nothing
      but the signature. I have drafted a one-page consent.

      Warm regards,
      Nadia
    `,
    mail(ada, "202d 15:44")`
      Hi Nadia,

      I have read the consent twice and would sign it myself. Let us begin with two customers who are patient people.

      Best,
      Ada
    `,
  ],
};

const figures: Thread = {
  subject: "Energy figures",
  with: [nadia],
  mails: [
    mail(ada, "16d 14:10")`
      Hi Nadia,

      as agreed, the consumption of the six Duo rooms, month by month. Would a PDF with charts do for the application, or
      do you need the raw figures?

      Best,
      Ada
    `,
    mail(nadia, "15d 09:35")`
      Hello Ada,

      charts are pretty but the office copies everything into its own table. Could I have it as a spreadsheet, one row for
      each room and month?

      Warm regards,
      Nadia
    `,
    mail(ada, "13d 10:12", {
      attach: [
        {
          kind: "csv",
          name: "duo-kwh.csv",
          text: "room;month;kwh\nD-011;{-60 iso};5140\nD-011;{-40 iso};5075\nD-012;{-60 iso};4980\nD-012;{-40 iso};4955\nD-014;{-60 iso};5310\nD-014;{-40 iso};5222",
        },
      ],
    })`
      Hi Nadia,

      here you are, one row for each room and month. On average a Duo took 61,000 kWh in the year, the oldest one 64,300.

      Best,
      Ada
    `,
    mail(nadia, "10d 12:05")`
      The spreadsheet is easier to read, thank you. I put it into the application, which has to be in by {+7 long}. You will
      get a copy before I send it.

      Warm regards,
      Nadia
    `,
  ],
};

const voss: Thread = {
  subject: "Voss got it!",
  with: [nadia],
  mails: [
    mail(nadia, "132d 15:15")`
      Hello Ada,

      the hotel in Voss has been granted 38 percent, NOK 412,000. The chef cried a little. First application, first grant!

      Warm regards,
      Nadia
    `,
    mail(ada, "132d 15:50")`
      Nadia, that is wonderful. Cake for everybody in Göteborg, and for the chef.

      Ada
    `,
  ],
};

export const kilden: Relation = {
  company: {
    name: "Kilden Energi AS",
    industry: "Consulting",
    sizeBand: "11-50",
    website: "https://kilden.example",
  },
  people: [nadia, ingrid],
  threads: [grant, voss, figures],
  happenings: [
    happened("call", "203d 11:00", { with: [nadia], outcome: "positive" })`
      Nadia explained the scheme: 30 to 45 percent of the extra cost of CO2

      Her fee is paid by the scheme up to NOK 25,000 a case. We give figures only with the customer's signature.
    `,
    happened("note", "10d 13:00", { with: [nadia] })`
      Wants tables, not charts. Application for the Duo rooms closes on {+7 long}.
    `,
  ],
};
