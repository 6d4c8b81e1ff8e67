import { ada, nils } from "./colleagues.ts";
import { henrik, jonas, marta, sofia } from "./nordfrakt-people.ts";
import { secondOffer } from "./nordfrakt-second-offer.ts";
import { happened, mail, type Relation, type Thread } from "./story.ts";

const firstContact: Thread = {
  subject: "Cold storage at our Halmstad terminal",
  with: [marta],
  mails: [
    mail(marta, "180d 09:12")`
      Dear Ada,

      we met briefly at the logistics fair in Jönköping, you gave me a card with an ice crystal on it. Nordfrakt runs
      four terminals in the south-west, and from next year on two food customers want us to keep their goods cold
      instead of only moving them.

      We have no cold storage at all today. What would be the usual way to begin, renting or buying? And roughly what
      does a room for 60 to 80 pallet places cost a month?

      Kind regards
      Marta
    `,
    mail(ada, "179d 13:40")`
      Hi Marta,

      of course I remember, you asked the only question about defrosting that whole day.

      Most haulage companies begin by renting. A Polhem 120 holds about 36 pallet places and is SEK 18,400 a month with
      service included; a Polhem 240 holds 78 and starts at SEK 37,900, depending on the temperature and the term. Both
      stand on an ordinary concrete slab and need a 63 A supply.

      How high is the ceiling in Halmstad, and is there a dock nearby that stays free? With those two I can tell you
      what fits.

      Best,
      Ada
    `,
    mail(marta, "177d 08:55")`
      Hi Ada,

      thank you, that was quick. The ceiling is 7.2 m at the low side, and dock 11 is free because the lift there is
      broken since a year. I have attached the list of what the two customers send us in a normal week.

      Best regards
      Marta
    `,
    mail(ada, "176d 10:21", {
      attach: [
        {
          kind: "pdf",
          name: "Polhem product sheet.pdf",
          text: "Polhem modular cold stores\n\nPolhem 120: 120 m3, 36 pallet places, -25 to +12 C\nPolhem 240: 240 m3, 78 pallet places, -25 to +12 C\nSupply 400 V, 63 A. Slab: 5 kN per square metre or better.\nLead time: 6 to 9 weeks.",
        },
      ],
    })`
      Hi Marta,

      7.2 m is plenty, we need 4.1. Only the list didn't come through, your mail arrived without an attachment.

      The product sheet is enclosed. Shall I come by and have a look at dock 11? I am in Varberg on {-170 long} anyway.

      Best,
      Ada
    `,
    mail(marta, "176d 15:02", {
      attach: [
        {
          kind: "csv",
          name: "weekly volumes.csv",
          text: "customer;pallets per week;temperature\nBerry importer;22;-20\nDairy;31;+4\nSpare;6;+4",
        },
      ],
    })`
      Here it is, sorry! Yes, do come, I will book Jonas too. He is our technical manager and will want to know about
      the floor.

      Marta
    `,
  ],
};

const siteVisit: Thread = {
  subject: "Your visit on {-170 long}",
  with: [marta, jonas],
  mails: [
    mail(marta, "173d 11:30", { to: [ada], cc: [jonas] })`
      Hi Ada,

      Jonas and I have 10:00 to 11:30. Report at the gate on Flygaregatan and ask for a vest, they are strict now after
      the audit. Is there anything we should measure before you come?

      Best regards
      Marta
    `,
    mail(ada, "173d 14:47", {
      attach: [
        {
          kind: "ics",
          name: "invite.ics",
          title: "Halmstad: dock 11",
          place: "Nordfrakt, Flygaregatan 9, Halmstad",
          day: -170,
          time: "10:00",
          minutes: 90,
        },
      ],
    })`
      Hi both,

      an invitation is attached. If somebody could find the slab's drawing, that saves us drilling; all else I measure
      myself.

      Best,
      Ada
    `,
    mail(jonas, "171d 07:31")`
      Slab is from 1988, 180 mm, no heating pipes in that bay. Drawing is on paper, I bring it.

      Jonas
    `,
    mail(ada, "169d 16:18", { quote: false })`
      Hi Marta, hi Jonas,

      thank you for the tour and for the cinnamon bun. What I wrote down:

      - dock 11, door on the east side, so that the forklifts don't cross the cross-docking lane
      - the slab carries 30 kN per square metre, that is six times what we need
      - 63 A is there, the cabinet is full, your electrician adds one group
      - a start with one room, a second one if the dairy signs

      I will send the rental offer for a Polhem 120 by {-164 weekday}.

      Best,
      Ada
    `,
  ],
};

const firstRental: Thread = {
  subject: "Offer 4117: Polhem 120, rental",
  with: [marta],
  mails: [
    mail(ada, "164d 15:55", {
      attach: [
        {
          kind: "pdf",
          name: "Offer 4117 Nordfrakt.pdf",
          text: "Offer 4117\nNordfrakt AB, Halmstad\n\nPolhem 120, rental over 12 months\nSEK 18,400 per month, service plan Plus included\nDelivery and commissioning: SEK 14,900 once\nDelivery 6 weeks after signing\nValid for 30 days",
        },
      ],
    })`
      Hi Marta,

      as promised, the offer for one room: SEK 18,400 a month over 12 months, service plan Plus included, delivery and
      commissioning SEK 14,900 once. It is delivered six weeks after you sign.

      Best,
      Ada
    `,
    mail(marta, "160d 09:05")`
      Hi Ada,

      looks good to me. Two things before I pass it on: what happens if the berry customer leaves after eight months,
      and is the electricity metered separately? Our landlord asks.

      Best regards
      Marta
    `,
    mail(ada, "159d 11:12")`
      Hi Marta,

      you can end it after month six with two months' notice, then the monthly price is calculated anew as SEK 19,600
      for the months that have passed. The meter is in the cabinet of the room, readable from outside.

      Best,
      Ada
    `,
    mail(marta, "152d 16:40")`
      Sorry for the silence, budget week. Henrik (our CFO) has no objections. Where do we sign?

      Marta
    `,
    mail(ada, "151d 08:20")`
      Wonderful! The contract is on its way to you by separate link, signed from our side by Lars. You get room number
      P120-0388, it comes back from a fish auction in Skagen next week and is washed more than once before you see it.

      Ada
    `,
    mail(marta, "150d 10:10")`
      Signed. It may be washed three times :-)

      Marta
    `,
  ],
};

const delivery: Thread = {
  subject: "Delivery P120-0388, {-120 long}",
  with: [sofia, marta],
  mails: [
    mail(ada, "125d 09:30", { to: [sofia], cc: [marta] })`
      Hi Sofia,

      Marta tells me that the floor is yours. Our lorry with the room comes on {-120 long} between 7 and 8, with two
      people and a crane. We need dock 11 and four metres in front of it until about 14:00. It runs empty overnight and
      you can put goods in on the day after.

      Best,
      Ada
    `,
    mail(sofia, "125d 12:04")`
      hi ada! all clear, i move the reefer trailers to 14. coffee is in the blue container, ask for me. do your guys
      need a lift?
    `,
    mail(ada, "124d 08:15")`
      They have their own and would never say no to coffee. Thank you!

      Ada
    `,
    mail(sofia, "119d 06:48")`
      good morning, it says -19.8 on the display and the berry people are very happy. nice guys you have
    `,
  ],
};

const doorSeal: Thread = {
  subject: "ice on the door",
  with: [sofia, nils],
  mails: [
    mail(sofia, "104d 05:52", { to: [ada], cc: [] })`
      hi ada, theres ice growing along the lower door seal since the weekend, two fingers thick. door still closes but
      you have to kick it. who do i call?
    `,
    mail(ada, "104d 07:40", { to: [sofia], cc: [nils] })`
      Hi Sofia,

      please don't kick it, the heating wire in the seal sits exactly there. I am adding Nils, he runs our service. Nils,
      this is P120-0388 at Nordfrakt in Halmstad, plan Plus.

      Ada
    `,
    mail(nils, "104d 08:02", { to: [sofia], cc: [ada] })`
      hi. sounds like the heating wire. Jocke is in laholm today, he is with you about 13. chip nothing off until then.

      /Nils
    `,
    mail(sofia, "103d 06:10", { to: [nils], cc: [ada] })`
      fixed!! he was here at 12.30 even. wire had come loose behind the corner piece. thanks to you two
    `,
  ],
};

const invoice: Thread = {
  subject: "Invoice 30871 and our purchase order",
  with: [henrik, marta],
  mails: [
    mail(henrik, "92d 14:12", { to: [ada], cc: [marta] })`
      Dear Ms Berg,

      invoice 30871 does not state our purchase order number. Under our rules we cannot release it. Kindly have it
      issued again with PO 7700-2214.

      Yours sincerely
      Henrik Dahl
    `,
    mail(ada, "92d 15:30")`
      Dear Henrik,

      my apologies, the number was on the contract and got lost on our side. Petra in finance cancels 30871 today, you
      get 30879 with PO 7700-2214 and a new due date.

      Kind regards
      Ada Berg
    `,
    mail(henrik, "90d 09:44")`
      Received with thanks and released for payment.

      H. Dahl
    `,
  ],
};

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
  threads: [
    firstContact,
    siteVisit,
    firstRental,
    delivery,
    doorSeal,
    invoice,
    firstOffer,
    away,
    boardQuestions,
    ...secondOffer,
    visit,
  ],
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
