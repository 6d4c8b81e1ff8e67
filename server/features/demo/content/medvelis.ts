import { ada, nils } from "./colleagues.ts";
import { jonas } from "./nordfrakt-people.ts";
import { happened, mail, type Person, type Relation, type Thread } from "./story.ts";

const elena: Person = {
  name: "Elena Petrova",
  address: "e.petrova@medvelis.example",
  title: "Quality Director",
  client: "exchange",
  zone: "Europe/Sofia",
  signature:
    "Elena Petrova, PhD\nQuality Director, Responsible Person under GDP\nMedvelis AD, Sofia\n\nThis message may contain confidential information. If it is not for you, delete it.",
};

const viktor: Person = {
  name: "Viktor Stanev",
  address: "v.stanev@medvelis.example",
  title: "Warehouse Manager",
  client: "gmail",
  zone: "Europe/Sofia",
};

const qualification: Thread = {
  subject: "Qualification of cold room CR-2",
  with: [elena, nils],
  mails: [
    mail(elena, "232d 08:30", { to: [ada], cc: [] })`
      Dear Ms. Berg,

      Following our audit I must state that the documents of CR-2 which we received do not yet satisfy chapter 3 of the
      guidelines on good distribution practice. In particular I miss:

      (a) the calibration certificates of all eleven sensors, traceable to a national standard;
      (b) the mapping in the loaded state, over 72 hours;
      (c) the protocol of the power failure test.

      Until these are available, no medicinal product will be stored in the room. I would be grateful for a binding date.

      Sincerely,
      Elena Petrova
    `,
    mail(ada, "231d 10:15", { to: [elena], cc: [nils] })`
      Dear Dr Petrova,

      you are right about all three. (a) is with us and follows today. For (b) and (c) Nils Holm comes to Sofia himself:
      he can be there from {-222 weekday} to {-219 weekday}, and you have the signed reports by {-212 full}.

      Kind regards
      Ada Berg
    `,
    mail(elena, "230d 09:05", { to: [ada], cc: [nils] })`
      Dear Ms. Berg,

      The dates are accepted. Mr. Stanev will load the room with water-filled boxes beforehand.

      Sincerely,
      Elena Petrova
    `,
    mail(nils, "213d 16:44", {
      to: [elena],
      cc: [ada],
      attach: [
        {
          kind: "pdf",
          name: "CR-2 mapping and power failure.pdf",
          text: "CR-2, Medvelis AD, Sofia\n\nMapping, loaded, 72 h: lowest 3.1 C, highest 5.4 C\nWarmest place: sensor 7, above the door\nPower failure: 4 h 10 min until 8 C with the door closed",
        },
        {
          kind: "csv",
          name: "mapping.csv",
          text: "sensor;min;max;mean\n1;3.3;4.9;4.1\n2;3.1;4.7;4.0\n7;3.9;5.4;4.6\n11;3.4;5.0;4.2",
        },
      ],
    })`
      dear Elena, both reports attached. warmest spot is sensor 7 above the door, 5.4. power off it keeps below 8 for 4 h
      10 min. Viktor's water boxes were perfect.

      regards Nils Holm
    `,
    mail(elena, "210d 10:20", { to: [nils], cc: [ada] })`
      Dear Mr. Holm,

      The reports are complete, correct and, I add, unusually readable. CR-2 is released as of today.

      Sincerely,
      Elena Petrova
    `,
  ],
};

const boxes: Thread = {
  subject: "water boxes :)",
  with: [viktor],
  mails: [
    mail(viktor, "217d 18:02")`
      Hi Ada, Nils just left for the airport. We have now 340 boxes with water in my cold room and nobody who takes them.
      Do you want them? They are at 4 degrees, very well documented
    `,
    mail(ada, "216d 08:12")`
      Hi Viktor,

      the best qualified water in Bulgaria. Keep it for the next company party!

      Ada
    `,
  ],
};

const deviation: Thread = {
  subject: "Deviation 14: door open for 11 minutes",
  with: [elena, viktor],
  mails: [
    mail(elena, "147d 13:30", { to: [ada], cc: [viktor] })`
      Dear Ms. Berg,

      On {-148 date} the door of CR-2 stood open for 11 minutes and no alarm was given although the limit is 5. Please
      state the cause and the corrective action within five working days.

      Sincerely,
      Elena Petrova
    `,
    mail(ada, "145d 09:40", { to: [elena], cc: [viktor] })`
      Dear Dr Petrova,

      cause: after the update of {-150 date} the door contact was reported every 15 minutes instead of every minute.
      Corrective action: version 4.2.1 restores the minute, it was installed at your site last night and we have tested it
      with Mr Stanev at the door. It gave the alarm after 5 minutes and 20 seconds.

      We now run each update for a week on a door of our own before customers get it.

      Kind regards
      Ada Berg
    `,
    mail(viktor, "145d 10:02", { to: [ada], cc: [elena] })`
      I confirm, I stood there and it screamed.

      Viktor
    `,
    mail(elena, "143d 08:50", { to: [ada], cc: [viktor] })`
      Deviation 14 is closed.

      E. Petrova
    `,
  ],
};

const introduction: Thread = {
  subject: "Jonas, meet Elena",
  with: [jonas, elena],
  mails: [
    mail(ada, "36d 11:15", { to: [jonas, elena], cc: [] })`
      Jonas, meet Elena. Elena, meet Jonas.

      Elena Petrova is Quality Director of Medvelis in Sofia and has taken our documentation apart more thoroughly than any
      authority. Jonas Öberg looks after the technology of Nordfrakt, who may soon store for a pharmacy chain and would
      like to know what that asks of a room.

      I leave it to the two of you.

      Ada
    `,
    mail(jonas, "36d 12:40", { to: [elena], cc: [ada] })`
      Hello Elena,

      short version of my question: what is the least that a haulage company must have on paper before it puts the first
      box of medicine into a room?

      Jonas
    `,
    mail(elena, "35d 09:30", {
      to: [jonas],
      cc: [ada],
      attach: [
        {
          kind: "pdf",
          name: "GDP minimum list.pdf",
          text: "Before the first box\n\n1. Calibration certificates of all sensors\n2. Mapping, empty and loaded\n3. Power failure test\n4. Alarm test, with who is called\n5. Instruction for deviations\nand one responsible person",
        },
      ],
    })`
      Dear Mr. Öberg,

      The least is five documents and one responsible person who is allowed to say no. I enclose our list; you may use it.

      Sincerely,
      Elena Petrova
    `,
    mail(jonas, "35d 10:11", { to: [elena], cc: [ada] })`
      Clear. Thank you. Also for "allowed to say no".

      Jonas
    `,
  ],
};

const references: Thread = {
  subject: "Reference customers",
  with: [elena],
  mails: [
    mail(elena, "9d 14:00")`
      Dear Ada,

      For the extension (CR-3 and CR-4) our purchasing committee asks for two reference customers in the pharmaceutical
      trade whom we may call. Could you name them?

      Kind regards,
      Elena
    `,
    mail(ada, "7d 09:20")`
      Dear Elena,

      here are two that you may call, both have agreed: Dr Anna Krogh at the hospital pharmacy in Aalborg, and Mr Piet
      Hoekstra at a wholesaler in Zwolle. I send you their direct numbers in a separate message.

      Has the committee said yet when it wants to decide?

      Kind regards
      Ada
    `,
  ],
};

const spareSensor: Thread = {
  subject: "sensor 7 again",
  with: [viktor],
  mails: [
    mail(viktor, "10d 16:25")`
      Hi Ada,

      sensor 7 shows 0.3 more than its neighbours since two weeks. Elena will see it in the monthly report, so I see it
      first. Can you send me a calibrated one, and how long does it take?

      Viktor
    `,
  ],
};

export const medvelis: Relation = {
  company: {
    name: "Medvelis AD",
    industry: "Pharmaceuticals",
    sizeBand: "201-500",
    website: "https://medvelis.example",
    notes: "Wholesaler under GDP. Nothing is stored in a room that Elena has not released.",
  },
  people: [elena, viktor],
  threads: [qualification, boxes, deviation, introduction, references, spareSensor],
  happenings: [
    happened("meeting", "222d 09:00", { with: [elena, viktor], outcome: "positive" })`
      Sofia: mapping of CR-2

      Nils with Viktor for four days. Elena looked in every evening and signed each page.
    `,
    happened("call", "14d 10:00", { with: [elena], outcome: "positive" })`
      Elena: CR-3 and CR-4 are in next year's plan

      Two rooms of 90 square metres, 2 to 8 °C. She wants two references before the committee meets. Budget about
      EUR 310,000 for both.
    `,
    happened("task", "7d 09:30", { with: [elena], due: -5, done: true })`
      Ask Anna Krogh and Piet Hoekstra whether Elena may call
    `,
  ],
};
