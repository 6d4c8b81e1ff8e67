import { ada, nils } from "./colleagues.ts";
import { happened, mail, type Person, type Relation, type Thread } from "./story.ts";

const gus: Person = {
  name: "Gus Farrell",
  address: "gus@farrelloysters.example",
  title: "Owner",
  client: "iphone",
  zone: "Europe/Dublin",
  signature: "Sent from my iPhone",
};

const niamh: Person = {
  name: "Niamh Farrell",
  address: "niamh@farrelloysters.example",
  title: "Office, and everything else",
  client: "gmail",
  zone: "Europe/Dublin",
  signature: "Niamh Farrell\nFarrell & Sons (and daughter) Oysters\nCarraroe, Co. Galway",
};

const iceMachine: Thread = {
  subject: "ice machien",
  with: [gus],
  mails: [
    mail(gus, "275d 06:20")`
      ada its gus farrell in galway we spoke at the brussels show. need an ice machien for the shed 300 kilo a day or so.
      salt air eats everyting here so stainles. what have u got and how much
    `,
    mail(ada, "274d 09:10")`
      Hi Gus,

      I remember, you brought oysters to our stand and it smelled of sea for three days. For 300 kg a day the Isbit 300
      fits, all stainless, EUR 7,450 and about EUR 380 for the freight to Galway. The water inlet wants 2 bar. Do you have
      that in the shed?

      Best,
      Ada
    `,
    mail(gus, "271d 22:47", { loose: true })`
      we have 2 bar on a good day. go on so. do u take oysters as payment haha
    `,
    mail(ada, "270d 08:30")`
      Only for the freight. You get the order form today, and I put in a small pump for the bad days, no charge.

      Ada
    `,
  ],
};

const setUp: Thread = {
  subject: "Machine has landed",
  with: [niamh, gus],
  mails: [
    mail(niamh, "252d 15:18", { to: [ada], cc: [gus] })`
      Hi Ada,

      I'm the daughter who does the reading in this company. The machine came this morning and Dad wants to plug it in
      "and see". I am holding the cable. Is there anything he must not do?

      Niamh
    `,
    mail(ada, "252d 15:25", { to: [niamh], cc: [gus] })`
      Hi Niamh,

      hold on to it. It has to stand upright for six hours first, then water, then power, in that order. Page 4.

      Ada
    `,
    mail(gus, "251d 07:02", { to: [ada], cc: [niamh], loose: true })`
      first ice!!! like diamons
    `,
  ],
};

const filter: Thread = {
  subject: "cloudy ice",
  with: [gus, nils],
  mails: [
    mail(gus, "188d 05:55", { to: [ada], cc: [] })`
      ice is gone cloudy since tuesday like milk. customers dont like it. is it the water or the machien
    `,
    mail(ada, "188d 08:05", { to: [gus], cc: [nils] })`
      Hi Gus,

      harmless, but not pretty: it is nearly always the filter. Nils, does he need the fine one?

      Ada
    `,
    mail(nils, "188d 08:33", { to: [gus], cc: [ada] })`
      yes, F-10 fine. close the blue valve, quarter turn, swap, open, throw away the first two loads of ice. i send three.

      /Nils
    `,
    mail(gus, "183d 18:40", { to: [ada], cc: [nils], loose: true })`
      clear as a bell again. tanks nils ur a gent
    `,
  ],
};

const export_: Thread = {
  subject: "Papers for the French buyer",
  with: [niamh],
  mails: [
    mail(niamh, "127d 11:30")`
      Hi Ada,

      we have a buyer in Cancale who wants proof that the ice is made from drinking water and that the machine is food
      grade. I know, French people asking us about oysters. Do you have a certificate in French by any chance?

      Niamh
    `,
    mail(ada, "126d 10:05", {
      attach: [
        {
          kind: "pdf",
          name: "Isbit 300 attestation.pdf",
          text: "Attestation de conformite\nMachine a glace Isbit 300, no. 30-1184\nMateriaux en contact avec les aliments: acier 316L\nConforme au reglement 1935/2004",
        },
      ],
    })`
      Hi Niamh,

      in French, with a stamp, as is right. For the water you need the analysis of the county council, we can't vouch for
      that part.

      Ada
    `,
  ],
};

const bigger: Thread = {
  subject: "bigger one",
  with: [gus],
  mails: [
    mail(gus, "59d 21:33")`
      ada the 300 isnt keeping up at weekends. what wud a bigger one cost and can i trade this in
    `,
    mail(ada, "58d 09:20")`
      Hi Gus,

      the Isbit 600 is EUR 11,900. For yours I can give EUR 3,100 if the tank has no dents.

      Best,
      Ada
    `,
    mail(gus, "58d 13:10", { loose: true })`
      one dent. a small one. there was a forklift
    `,
    mail(ada, "57d 08:45")`
      EUR 2,950 then, and I don't want to know more about the forklift.
    `,
    mail(gus, "55d 20:05", { loose: true })`
      sound. ill talk to the boss (niamh) and come bak to u after the festival {-25 date}
    `,
    mail(ada, "14d 10:30", { quote: false })`
      Hi Gus,

      the festival must be over by now, I hope you sold every last one. What did the boss say about the Isbit 600? The
      EUR 2,950 for the old one stand until {+20 date}.

      Ada
    `,
  ],
};

export const farrell: Relation = {
  company: {
    name: "Farrell & Sons Oysters",
    industry: "Seafood",
    sizeBand: "1-10",
    website: "https://farrelloysters.example",
  },
  people: [gus, niamh],
  threads: [iceMachine, setUp, filter, export_, bigger],
  happenings: [
    happened("call", "58d 11:00", { with: [gus], outcome: "positive" })`
      Gus, from a boat, mostly wind

      Weekends in the season they need 550 kg. Pays for the large one if the old one is taken.
    `,
    happened("note", "252d 16:00", { with: [niamh, gus] })`
      Write to Niamh when something has to be read, to Gus when something has to be decided.
    `,
  ],
};
