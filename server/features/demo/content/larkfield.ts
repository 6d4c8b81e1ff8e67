import { ada, petra } from "./colleagues.ts";
import { happened, mail, type Person, type Relation, type Thread } from "./story.ts";

const grace: Person = {
  name: "Grace Okafor",
  address: "grace.okafor@larkfield.example",
  title: "Accounts Payable",
  phone: "+44 113 496 0117",
  client: "outlook",
  zone: "Europe/London",
  signature:
    "Grace Okafor | Accounts Payable\nLarkfield Catering Ltd, Kirkstall Road, Leeds\n+44 113 496 0117\n\nPlease consider the environment before printing this email.",
};

const dominic: Person = {
  name: "Dominic Hale",
  address: "dom@larkfield.example",
  title: "Head of Kitchens",
  client: "iphone",
  zone: "Europe/London",
  signature: "Sent from my iPhone",
};

const fridgeDied: Thread = {
  subject: "HELP",
  with: [dominic],
  mails: [
    mail(dominic, "302d 05:48")`
      Ada. The old walk-in died overnight. Four thousand scones and a wedding on Saturday. You quoted us last year
      and I said no because I am an idiot. How fast can you get me something cold?

      Dom
    `,
    mail(ada, "302d 07:05")`
      Hi Dom,

      breathe. There is a Polhem 120 on a trailer in Immingham, back from a hire, clean. It can stand in your yard
      tomorrow before noon if you have 32 A and twelve metres of flat ground. GBP 610 a week, two weeks at least.

      Shall I send it?

      Ada
    `,
    mail(dominic, "302d 07:07")`
      YES. Send it. I'd marry you but the kitchen is booked
    `,
    mail(ada, "302d 07:15")`
      On its way; the driver is called Bev and rings you from the motorway.

      Ada
    `,
    mail(dominic, "301d 11:44")`
      Bev is here. Bev is a hero. It's humming. When can the scones go in
    `,
    mail(ada, "301d 11:58")`
      When the display says 4 or less, about three in the afternoon. Leave a hand's width between the trays and the wall.

      Ada
    `,
    mail(dominic, "301d 15:02")`
      3.8. Going in
    `,
    mail(ada, "301d 15:04", { quote: false })`
      I shall sleep well, then. Good luck for Saturday!
    `,
    mail(dominic, "299d 17:20", { quote: false })`
      Wedding fed. Not one soggy scone. Right, talk to me about buying one properly.
    `,
  ],
};

const purchase: Thread = {
  subject: "A proper cold room this time",
  with: [dominic, grace],
  mails: [
    mail(ada, "296d 14:30", {
      to: [dominic],
      cc: [],
      attach: [
        {
          kind: "pdf",
          name: "Offer 3988 Larkfield.pdf",
          text: "Offer 3988\nLarkfield Catering Ltd, Leeds\n\nPolhem 120, purchase: GBP 38,750\nInstallation: GBP 2,400\nService plan Bas: GBP 145 per month\nThe hire of the emergency unit is credited in full",
        },
      ],
    })`
      Hi Dom,

      here it is in writing: GBP 38,750 for the Polhem 120, GBP 2,400 to install it, and what you paid for the hire comes
      off the price. Service plan Bas is GBP 145 a month, one visit a year and a telephone that is answered.

      Ada
    `,
    mail(dominic, "294d 06:31", { to: [ada], cc: [grace] })`
      Do it. Grace in accounts will sort the money side, she is the grown up. Grace meet Ada, Ada meet Grace
    `,
    mail(grace, "294d 09:15", { to: [ada], cc: [] })`
      Hi Ada,

      Nice to meet you. To set Fjord Kyl up as a supplier I need a bank confirmation on headed paper, your VAT number and
      a named contact for remittances. Could you also confirm that you accept payment at 30 days end of month?

      Many thanks,
      Grace
    `,
    mail(ada, "293d 10:02", { to: [grace], cc: [petra] })`
      Hi Grace,

      a pleasure. 30 days end of month is fine. Petra, in copy, is the contact for remittances and sends you the bank's
      letter and the VAT certificate today.

      Best,
      Ada
    `,
    mail(petra, "293d 13:48", {
      to: [grace],
      cc: [ada],
      attach: [
        {
          kind: "pdf",
          name: "Bank confirmation Fjord Kyl.pdf",
          text: "Confirmation of account\nFjord Kyl AB, Göteborg\nAccount with Västra Banken ending in 4471\nVAT SE559000000101",
        },
      ],
    })`
      Dear Grace,

      enclosed the confirmation of our bank. The VAT number stands on it. Remittance advice to this address please, in
      PDF.

      With kind regards
      Petra Sjögren
    `,
    mail(grace, "291d 11:40", { to: [petra], cc: [ada] })`
      Perfect, you are set up as supplier 20661.

      Grace
    `,
  ],
};

const serviceInvoice: Thread = {
  subject: "Statement for {-205 month}",
  with: [grace],
  mails: [
    mail(grace, "201d 10:10")`
      Hi Ada,

      My statement shows two invoices for service in {-205 month}, {-205 year}-041 and {-205 year}-043, both GBP 145. Is
      one of them a duplicate?

      Many thanks,
      Grace
    `,
    mail(ada, "201d 15:35")`
      Hi Grace,

      it is: 043 was printed twice after our system was updated. Petra credits it, so pay only 041.

      Best,
      Ada
    `,
  ],
};

const shelving: Thread = {
  subject: "shelves",
  with: [dominic],
  mails: [
    mail(dominic, "156d 21:14")`
      Quick one. Can the racks in the cold room go on wheels? My lot want to mop under them and I want them to want to
      mop under them
    `,
    mail(ada, "155d 08:40")`
      Hi Dom,

      they can: castor set C4, GBP 38 a rack, brakes on two of the four. You have nine racks, so GBP 342. They take an
      hour to fit with a rubber mallet and some shouting.

      Ada
    `,
    mail(dominic, "155d 08:52")`
      Nine sets please. I'll provide the shouting
    `,
  ],
};

const secondKitchen: Thread = {
  subject: "Second kitchen?",
  with: [dominic],
  mails: [
    mail(dominic, "31d 20:30")`
      Off the record, we are looking at a unit in Wakefield. Ceiling is only 2.9m. Does anything of yours fit under that or
      do I walk away now?
    `,
    mail(ada, "30d 09:05")`
      Hi Dom,

      don't walk. The Polhem 120 comes in a low version, 2.6 m outside, with the unit beside it instead of on top. It costs
      about GBP 1,900 more. When would you need it?

      Ada
    `,
    mail(dominic, "29d 19:12")`
      Lease gets signed next quarter if at all. Will shout
    `,
  ],
};

const invoiceDifference: Thread = {
  subject: "Invoice {-12 year}-118",
  with: [grace],
  mails: [
    mail(petra, "11d 09:30", {
      to: [grace],
      cc: [ada],
      attach: [
        {
          kind: "pdf",
          name: "Invoice {-12 year}-118.pdf",
          text: "Invoice {-12 year}-118\nLarkfield Catering Ltd, supplier 20661\n\nPos 1  Service plan Bas, quarter     GBP 435.00\nPos 2  Door closer DC-2               GBP 96.00\nPos 3  Fitting, 1.5 hours             GBP 127.50\nPos 4  Travel Leeds                   GBP 64.00\n\nTotal                                 GBP 722.50\nDue {+10 full}",
        },
      ],
    })`
      Dear Grace,

      our invoice {-12 year}-118 over GBP 722.50 is enclosed, due on {+10 full}.

      With kind regards
      Petra
    `,
    mail(grace, "26h", { to: [ada], cc: [petra] })`
      Hi Ada,

      There seems to be a difference of one position: our purchase order covers positions 1 to 3, but the invoice has a
      fourth one, travel at GBP 64.00. Dom says travel is included in the plan. Which of the two is right? I can only
      include it in this month's run if I have your answer by {+2 weekday}.

      Many thanks,
      Grace
    `,
  ],
};

export const larkfield: Relation = {
  company: {
    name: "Larkfield Catering Ltd",
    industry: "Catering",
    sizeBand: "51-200",
    website: "https://larkfield.example",
  },
  people: [grace, dominic],
  threads: [fridgeDied, purchase, serviceInvoice, shelving, secondKitchen, invoiceDifference],
  happenings: [
    happened("note", "301d 18:00", { with: [dominic] })`
      Bev delivered at 11:40, cold at 15:00. Dom sent a photograph of scones.
    `,
    happened("call", "28d 17:00", { with: [dominic], outcome: "positive" })`
      Wakefield: Dom wants a price for a low Polhem 120 before the lease is signed

      He knows about the extra GBP 1,900. Decision hangs on the lease.
    `,
    happened("task", "28d 17:15", { with: [dominic], due: 14 })`
      Offer for Wakefield: Polhem 120 low, with castors
    `,
  ],
};
