import { ada } from "./colleagues.ts";
import { firstRoom } from "./nordfrakt-first-room.ts";
import { henrik, jonas, marta, sofia } from "./nordfrakt-people.ts";
import { secondOffer } from "./nordfrakt-second-offer.ts";
import { happened, mail, type Relation, type Thread } from "./story.ts";

const firstOffer: Thread = {
  subject: "Cold storage for the dairy: first offer",
  with: [marta, jonas],
  mails: [
    mail(marta, "78d 13:15", { to: [ada], cc: [jonas] })`
      Hi Ada,

      the dairy has signed with us! From {+80 month} on we need about 80 pallet places, the small room will not do any
      longer. Could you offer us a Polhem 240 in place of the 120? Henrik would want 36 months because that is how long
      the dairy's contract runs.

      Best regards
      Marta
    `,
    mail(ada, "74d 10:00", {
      attach: [
        {
          kind: "pdf",
          name: "Offer 4263 Nordfrakt.pdf",
          text: "Offer 4263\nNordfrakt AB, Halmstad\n\nPolhem 240, one zone, +2 to +6 C\nRental over 36 months: SEK 41,500 per month\nThe Polhem 120 is taken back free of charge",
        },
      ],
    })`
      Hi Marta, hi Jonas,

      congratulations! Offer 4263 is attached: one Polhem 240 in one zone, SEK 41,500 a month over 36 months. We take
      the Polhem 120 back free of charge on the day the large one comes, so you are never without cold.

      Best,
      Ada
    `,
    mail(jonas, "73d 07:45")`
      One zone means the berries have to go elsewhere. They need -20. Marta?

      Jonas
    `,
    mail(marta, "71d 17:02", { to: [ada], cc: [jonas] })`
      Jonas is right, as always. The berry importer stays, so we need both: freezing for about 50 places, the rest at
      +3. Can one room do that, or is it two machines?

      Marta
    `,
    mail(ada, "70d 09:25")`
      Hi both,

      one room, two zones, with a wall in between and a door in each: that is the Polhem 240 Duo. I need our engineer's
      figures for the second evaporator and come back with a second offer. It will take some weeks, he is building in
      Gdynia at the moment.

      Best,
      Ada
    `,
  ],
};

const away: Thread = {
  subject: "Insurance certificate for P120-0388",
  with: [marta],
  mails: [
    mail(ada, "57d 11:05")`
      Hi Marta,

      our insurer renews the certificates and wants to know whether the room still stands at dock 11. Is it still there?

      Best,
      Ada
    `,
    mail(marta, "57d 11:06", {
      subject: "Automatic reply: Insurance certificate for P120-0388",
      quote: false,
      sign: false,
      headers: { "Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All" },
    })`
      Thank you for your message. I am on leave and back on {-52 date}. In urgent matters of the Halmstad terminal write
      to Sofia Ek, in technical ones to Jonas Öberg.

      Marta Lindqvist
    `,
    mail(marta, "52d 08:30", { quote: false })`
      Hi Ada,

      back from the mountains. Yes, it has not moved a centimetre, dock 11.

      Best regards
      Marta
    `,
    mail(ada, "51d 13:22", {
      attach: [
        {
          kind: "pdf",
          name: "Certificate P120-0388.pdf",
          text: "Certificate of insurance\nPolhem 120, number P120-0388\nPlace: Nordfrakt AB, Flygaregatan 9, Halmstad, dock 11\nSum insured: SEK 690,000",
        },
      ],
    })`
      Thank you, and welcome back. The certificate is attached, the sum insured is SEK 690,000.

      Ada
    `,
  ],
};

const boardQuestions: Thread = {
  subject: "Questions of our board",
  with: [marta, henrik],
  mails: [
    mail(marta, "27d 09:48", { to: [ada], cc: [henrik] })`
      Hi Ada,

      I showed the idea of the two zones to the board last night and they like it more than I had hoped. They asked
      three things that I could not answer:

      1. what does such a room use in electricity in a year?
      2. who else in our trade has one from you?
      3. what is it worth after the 36 months, could we buy it then?

      Best regards
      Marta
    `,
    mail(ada, "26d 10:33")`
      Hi Marta, hi Henrik,

      good questions.

      1. A Duo with your two temperatures uses 61,000 kWh a year in our measurements, 44,000 of it for the frozen side.
      2. Three forwarders, two of whom are glad to be called. I ask them first and give you the names.
      3. Yes: 22 percent of the list price after 36 months, which would be SEK 268,000 today.

      Best,
      Ada
    `,
    mail(henrik, "25d 16:05")`
      Thank you. For our calculation: is the SEK 268,000 fixed in the contract, or an estimate?

      H. Dahl
    `,
    mail(ada, "24d 09:10")`
      Dear Henrik,

      it is fixed, in paragraph 9 of the contract.

      Kind regards
      Ada
    `,
    mail(marta, "24d 11:20")`
      That is what they wanted to hear. Thank you both.

      Marta
    `,
  ],
};

const visit: Thread = {
  subject: "Site visit for the Duo",
  with: [jonas],
  mails: [
    mail(jonas, "7d 13:20")`
      Ada,

      before I agree to the position of the second door I want to see one running. You said there is one in Kungsbacka.

      Jonas
    `,
    mail(ada, "6d 08:52")`
      Hi Jonas,

      there is, at a flower wholesaler, same Duo with the doors on the long side. They open the technical gallery for us
      in the morning, so that you can see the second evaporator from above. Parking is behind the loading ramp.

      Would {+5 long} at 9:00 suit you, or rather the day after?

      Best,
      Ada
    `,
  ],
};

export const nordfrakt: Relation = {
  company: {
    name: "Nordfrakt AB",
    industry: "Logistics",
    sizeBand: "201-500",
    website: "https://nordfrakt.example",
    notes:
      "Four terminals in the south-west of Sweden. Cold storage is new for them: berries and, from {+80 month} on, dairy.",
  },
  people: [marta, jonas, henrik, sofia],
  threads: [...firstRoom, firstOffer, away, boardQuestions, ...secondOffer, visit],
  happenings: [
    happened("meeting", "170d 10:00", { with: [marta, jonas], outcome: "positive" })`
      Halmstad, dock 11: looked at the bay with Marta and Jonas

      Attendees: Marta Lindqvist, Jonas Öberg, Ada. Ceiling 7.2 m, slab of 1988 with 30 kN per square metre. They start
      with one Polhem 120 and think of a second room when the dairy signs.
    `,
    happened("meeting", "119d 09:00", { with: [marta, sofia], outcome: "positive" })`
      Handover of P120-0388

      Walked Sofia's three shift leaders through loading, defrosting and the alarm. Marta wants the temperature log as
      a file once a month.
    `,
    happened("meeting", "22d 13:00", { with: [marta, henrik, jonas], outcome: "positive" })`
      Two zones: went through the numbers before the second offer

      Attendees: Marta, Henrik, Jonas, Ada. -22 for 50 places, +3 for 28. Henrik: the term has to match the dairy's
      contract, 36 months, but he will ask what 24 would cost. Board decides on {+6 long}.
    `,
    happened("call", "5d 14:00", { with: [marta], outcome: "neutral" })`
      Call, 25 min: wants two zones, worried about the doors' heating when the power is out

      Told her the seals stay free of ice for six hours. She likes the price. Deposit of three months' rent is a lot at
      once for them, she would like it in two parts.
    `,
    happened("note", "88d 12:00", { with: [henrik] })`
      Henrik answers faster when the PO number is in the subject. Formal, no first names from his side.
    `,
    happened("note", "4d 08:30", { with: [marta] })`
      Deposit in two parts is fine: Lars agrees to half at signing and half at handover, not more than two.
    `,
    happened("note", "95h", { with: [marta, jonas] })`
      The floor plan with both zones is ready, revision B from Nils. Goes out with the next mail to Marta.
    `,
    happened("task", "7d 16:00", { with: [marta, jonas], due: -3 })`
      Floor plan with both zones for Marta and Jonas (said by Friday)
    `,
  ],
};
