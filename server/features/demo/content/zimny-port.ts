import { ada, nils, serviceDesk } from "./colleagues.ts";
import { karin } from "./havsfisk.ts";
import { happened, mail, type Person, type Relation, type Thread } from "./story.ts";

const tomasz: Person = {
  name: "Tomasz Wójcik",
  address: "t.wojcik@zimnyport.example",
  title: "Maintenance Manager",
  client: "outlook",
  zone: "Europe/Warsaw",
  signature: "Tomasz Wójcik\nKierownik utrzymania ruchu / Maintenance Manager\nZimny Port Sp. z o.o., Gdynia",
};

const agnieszka: Person = {
  name: "Agnieszka Lis",
  address: "a.lis@zimnyport.example",
  title: "Logistics Coordinator",
  client: "outlook",
  zone: "Europe/Warsaw",
};

const pawel: Person = {
  name: "Paweł Krawczyk",
  address: "p.krawczyk@zimnyport.example",
  client: "outlook",
  zone: "Europe/Warsaw",
};

const fishHall: Thread = {
  subject: "Evaporators in fish hall",
  with: [tomasz],
  mails: [
    mail(tomasz, "288d 10:04")`
      Dear Mrs Berg,

      I write from Zimny Port in Gdynia, we store fish for four ships. In our hall there are two evaporators from 1999
      and one is finished. Your company was recommended by harbour of Karlskrona. I need offer for replacement of both,
      but in the way that hall is never warmer than -18. Is this possible?

      With regards,
      Tomasz Wójcik
    `,
    mail(ada, "287d 09:30")`
      Dear Mr Wójcik,

      it is possible, one after the other: while the first is replaced we hang a rented Brisk 12 in the door opening,
      which carries 40 kW at -25. Our engineer would need the pipe diagram and two photographs of the ceiling.

      Best regards
      Ada Berg
    `,
    mail(tomasz, "285d 14:22", {
      attach: [
        {
          kind: "pdf",
          name: "schemat hala 2.pdf",
          text: "Zimny Port, hala 2\nSchemat instalacji\nParownik A: 38 kW (1999)\nParownik B: 38 kW (1999)\nCzynnik: R404A",
        },
      ],
    })`
      Dear Ada,

      please see diagram enclosed. Photographs I make tomorrow when ship is gone, today it is like in the tunnel, one sees
      nothing.

      With regards,
      Tomasz
    `,
    mail(ada, "279d 11:48")`
      Dear Tomasz,

      thank you for both. R404A is the real question: from next year you may not refill it. We propose two T4 units with
      CO2, EUR 61,200 in all, eleven working days on site, and the Brisk 12 for two weeks at EUR 1,950 a week.

      Best regards
      Ada
    `,
    mail(tomasz, "268d 08:10")`
      Dear Ada,

      director has agreed today. Order 88/Z follows by post because here we still believe in stamps. I am glad.

      With regards,
      Tomasz
    `,
  ],
};

const arrival: Thread = {
  subject: "Gdynia: trucks, cranes, gate",
  with: [agnieszka, nils],
  mails: [
    mail(agnieszka, "251d 12:31", { to: [ada], cc: [nils] })`
      Hello,

      for the gate I need by {-246 weekday}:
      - plate numbers
      - names as in passport
      - weight of the heaviest piece
      - do you bring crane or do we order

      A. Lis
    `,
    mail(nils, "250d 07:20", { to: [agnieszka], cc: [ada] })`
      hi. one truck, KLM 42R. Nils Holm, Joakim Ståhl. heaviest 610 kg. your crane if it reaches 9 m, else ours.

      /Nils
    `,
    mail(agnieszka, "250d 08:02", { to: [nils], cc: [ada] })`
      Ours reaches 14 m. Gate 3, {-241 long}, 6:00, be on time, at 7:30 the ship unloads and then nobody comes in.
    `,
    mail(ada, "249d 09:15")`
      They will be there at a quarter to six with thermos flasks. Thank you, Agnieszka!

      Ada
    `,
  ],
};

const noise: Thread = {
  subject: "Unit B makes a noise",
  with: [tomasz, nils],
  mails: [
    mail(tomasz, "141d 06:44", { to: [nils], cc: [ada] })`
      Good morning,

      since two days unit B makes a noise when it starts, like a coin in washing machine. Temperature is good, -21. My
      people recorded it with the telephone. Should we stop it?

      With regards,
      Tomasz
    `,
    mail(nils, "141d 07:15", { to: [tomasz], cc: [ada] })`
      morning. don't stop it. check the oil sight glass (left side, round window) and tell me: above half or below?

      /Nils
    `,
    mail(tomasz, "141d 07:58", { to: [nils], cc: [ada] })`
      Below. A quarter.
    `,
    mail(nils, "141d 08:20", { to: [tomasz], cc: [ada] })`
      then it starves a bit. i send 2 litres of the right oil with today's courier, Paweł can fill it through the port
      with the red cap, slowly, machine running.

      /Nils
    `,
    mail(tomasz, "139d 13:05", { to: [nils], cc: [ada] })`
      Oil is in, noise is gone, Paweł is proud. I thank you very much, this was service like from the book.

      Tomasz
    `,
  ],
};

const logs: Thread = {
  subject: "Temperature log {-105 month}",
  with: [agnieszka],
  mails: [
    mail(agnieszka, "101d 09:00")`
      Hello Ada, veterinary office comes {-99 weekday}. I need log of hall 2 for whole {-105 month}, one value per hour.

      A. Lis
    `,
    mail(ada, "101d 10:12", {
      attach: [
        {
          kind: "csv",
          name: "hall-2-{-105 iso}.csv",
          text: "time;A;B\n{-105 iso} 00:00;-21.4;-21.1\n{-105 iso} 01:00;-21.3;-21.2\n{-105 iso} 02:00;-21.5;-21.0\n{-105 iso} 03:00;-21.4;-21.1",
        },
      ],
    })`
      Hi Agnieszka,

      attached, straight from the Glimt in the ceiling. There is one gap of 40 minutes on the 9th, that was the power cut
      in the whole harbour. I have asked for a note from the harbour office in case the vet frowns.

      Ada
    `,
    mail(agnieszka, "98d 15:40")`
      Vet did not frown. Thank you.
    `,
  ],
};

const shiftChange: Thread = {
  subject: "alarm list, hall 2",
  with: [tomasz, pawel, nils],
  mails: [
    mail(tomasz, "64d 11:10", { to: [serviceDesk], cc: [pawel] })`
      Dear Service,

      please put Paweł Krawczyk on alarm list for hall 2 instead of me in the nights. His number is the one on the
      protocol from the installation.

      With regards,
      Tomasz Wójcik
    `,
    mail(nils, "64d 11:42", { to: [tomasz], cc: [pawel, serviceDesk] })`
      done, from tonight 22:00. sent him a test alarm, hope he was awake

      /Nils
    `,
    mail(pawel, "63d 05:50", { to: [nils], cc: [serviceDesk] })`
      i was not but now i am. works good

      Paweł
    `,
  ],
};

const protocol: Thread = {
  subject: "Acceptance protocol, last page",
  with: [tomasz],
  mails: [
    mail(ada, "46d 14:00")`
      Dear Tomasz,

      our auditor found that page 4 of the acceptance protocol for hall 2 has your stamp but no date. Could you send me
      that page again with the date on it?

      Best regards
      Ada
    `,
    mail(tomasz, "43d 09:33", {
      attach: [
        {
          kind: "pdf",
          name: "protokol str 4.pdf",
          text: "Protokol odbioru, strona 4\nHala 2, agregaty T4 nr 70512 i 70513\nData: {-228 slashed}",
        },
      ],
    })`
      Dear Ada,

      here is the page, date is {-228 full}, as it was. Pen is the same pen.

      With regards,
      Tomasz
    `,
    mail(ada, "43d 10:01", { quote: false })`
      You are an archivist's dream. Thank you!

      Ada
    `,
  ],
};

const recommendation: Thread = {
  subject: "Fwd: ice machine",
  with: [tomasz, karin],
  mails: [
    mail(tomasz, "3d 13:12", { to: [ada], cc: [karin] })`
      Dear Ada,

      Mrs Svensson buys for Havsfisk, we unload their boats sometimes. She looks for ice machine and I told her that you
      are the only one who answers. I leave you together.

      With regards,
      Tomasz

      -----Original Message-----
      From: Karin Svensson [mailto:karin@havsfisk.example]
      Sent: {-4 long} 10:26
      To: Tomasz Wójcik
      Subject: ice machine

      Hi Tomasz,

      when I was in Gdynia I saw that you have new cooling. Who built it? Our ice machine in Simrishamn makes half of
      what it should.

      Karin
    `,
    mail(karin, "22h", { to: [ada], cc: [tomasz], subject: "Re: Fwd: ice machine", quote: false })`
      Hi Ada,

      thank you Tomasz for the introduction. We land 6 to 8 tonnes a day and need about 3 tonnes of flake ice. Could you
      send me your price list for the ice machines, and say how soon one could stand in Simrishamn?

      Karin
    `,
  ],
};

const warranty: Thread = {
  subject: "Warranty on the compressor",
  with: [tomasz],
  mails: [
    mail(tomasz, "6d 09:20")`
      Dear Ada,

      our insurance asks until what date the warranty of both T4 units is. In contract I find two years, in your brochure
      five. What is correct?

      With regards,
      Tomasz
    `,
    mail(ada, "5d 11:32")`
      Dear Tomasz,

      both are right: two years on the whole unit, so until {+293 full}, and five years on the compressor itself, if
      the oil is changed once a year by us or by somebody we have trained. Paweł counts as trained since {-139 date}.

      Best regards
      Ada
    `,
    mail(tomasz, "50h")`
      Dear Ada,

      thank you, this is clear for the units. Could you confirm that the extended one also covers the frequency inverter
      of the compressor, serial numbers 70512 and 70513? They want it written.

      With regards,
      Tomasz
    `,
  ],
};

export const zimnyPort: Relation = {
  company: {
    name: "Zimny Port Sp. z o.o.",
    industry: "Seafood",
    sizeBand: "51-200",
    website: "https://zimnyport.example",
  },
  people: [tomasz, agnieszka, pawel],
  threads: [fishHall, arrival, noise, logs, shiftChange, protocol, recommendation, warranty],
  happenings: [
    happened("meeting", "228d 11:00", { with: [tomasz], outcome: "positive" })`
      Acceptance of hall 2 in Gdynia

      Both T4 units (70512, 70513) run, hall never above -18.6 during the work. Tomasz signed, page 4 without a date.
    `,
    happened("note", "141d 09:00", { with: [tomasz] })`
      Oil level of unit B is to be looked at in each service visit. Paweł knows how to fill it.
    `,
    happened("task", "44h", { with: [tomasz], due: 2 })`
      Ask Nils whether the five years include the inverter of 70512 and 70513
    `,
  ],
};
