import { ada, nils } from "./colleagues.ts";
import { henrik, jonas, marta, sofia } from "./nordfrakt-people.ts";
import { mail, type Thread } from "./story.ts";

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

export const firstRoom: Thread[] = [firstContact, siteVisit, firstRental, delivery, doorSeal, invoice];
