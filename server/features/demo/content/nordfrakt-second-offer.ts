import { ada, lars, nils } from "./colleagues.ts";
import { henrik, jonas, marta } from "./nordfrakt-people.ts";
import { mail, type Thread } from "./story.ts";

const offer: Thread = {
  subject: "Cold storage, second offer",
  with: [marta, jonas, henrik, nils],
  mails: [
    mail(ada, "8d 10:05", {
      to: [marta],
      cc: [jonas, henrik, nils],
      attach: [
        {
          kind: "pdf",
          name: "Offer 4302 Nordfrakt.pdf",
          text: "Offer 4302\nNordfrakt AB, Halmstad\n\nPolhem 240 Duo, two zones\nZone A: -22 C, 50 pallet places\nZone B: +3 C, 28 pallet places\n\nRental over 36 months: SEK 46,900 per month\nDeposit: SEK 140,700 (three months' rent)\nDelivery 9 weeks after signing\nThe Polhem 120 (P120-0388) is taken back free of charge",
        },
      ],
    })`
      Hi Marta,

      The second offer is attached: two zones, 36 months at SEK 46,900 a month, service plan Plus included. Zone A is
      50 pallet places at -22 °C, zone B 28 places at +3 °C, each with its own door. The deposit is three months' rent,
      SEK 140,700. From your signature we need nine weeks.

      Nils, in copy, would lead the installation.

      Best,
      Ada
    `,
    mail(marta, "8d 15:41")`
      Hi Ada,

      received, thank you! Jonas looks at the technical side first, then it is my turn.

      Best regards
      Marta
    `,
    mail(jonas, "7d 07:58", { to: [ada], cc: [marta, nils] })`
      Two questions.

      1. Power of the door heaters, and do they run the whole year?
      2. Where does the condensate of zone A go? There is no drain east of dock 11.

      Jonas
    `,
    mail(ada, "7d 15:17")`
      Hi Jonas,

      1. 0.9 kW per door. The one of zone A runs the whole year, the other one only below 8 °C outside.
      2. It is evaporated on the condenser, you need no drain.

      You both get the floor plan with the two zones and the doors by Friday.

      Best,
      Ada
    `,
    mail(jonas, "6d 07:36")`
      Good. 1.8 kW is within what the new group can take.

      Jonas
    `,
    mail(marta, "73h", { to: [ada], cc: [jonas] })`
      Hi Ada,

      thanks for the second offer, the two zones are what we need. Before I take it to the board on the {+6 nth}: what
      would the price be over 24 months instead of 36, and could the deposit be paid in two parts?

      And did the floor plan ever come? You said by Friday. {+4 weekday} at 10 works for Jonas and me if you want to go
      through it together.

      Best regards
      Marta
    `,
  ],
};

const depositInParts: Thread = {
  subject: "Nordfrakt deposit",
  with: [lars],
  mails: [
    mail(ada, "5d 15:05")`
      Lars,

      Marta Lindqvist finds SEK 140,700 a lot at once. May I offer Nordfrakt the deposit in two parts?

      Ada
    `,
    mail(lars, "4d 06:55")`
      Yes. The deposit can be paid in two parts, half at signing and half at handover. Not more than two. They have
      always paid on time.
      L
    `,
  ],
};

const drawing: Thread = {
  subject: "Drawing of the Duo in Halmstad",
  with: [nils],
  mails: [
    mail(nils, "96h", {
      attach: [
        {
          kind: "pdf",
          name: "Floor plan Halmstad Duo rev B.pdf",
          text: "Floor plan, Nordfrakt Halmstad, dock 11\nPolhem 240 Duo, revision B\nZone A 9.6 x 5.2 m, -22 C\nZone B 9.6 x 2.9 m, +3 C\nDoors on the long side",
        },
      ],
    })`
      plan for halmstad is done, both zones on it, doors on the long side like Jonas wants. rev B because the first had
      the evaporator in the wrong corner.

      /Nils
    `,
  ],
};

export const secondOffer: Thread[] = [offer, depositInParts, drawing];
