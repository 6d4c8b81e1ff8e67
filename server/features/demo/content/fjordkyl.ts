import { ada, lars, nils, petra, serviceDesk } from "./colleagues.ts";
import { mail, type Relation, type Thread } from "./story.ts";

const receipts: Thread = {
  subject: "Receipts Gdynia",
  with: [petra],
  mails: [
    mail(petra, "221d 08:50")`
      Hi Ada,

      for the trip to Gdynia I am missing the receipt of the hotel's second night (PLN 412). Without it I can only book the
      daily allowance. The month closes on {-218 weekday}.

      Petra
    `,
    mail(ada, "220d 17:25", {
      attach: [
        {
          kind: "pdf",
          name: "hotel 2.pdf",
          text: "Hotel Pod Zaglami, Gdynia\nOne night, single: PLN 412.00\nPaid by card",
        },
      ],
    })`
      Found it in the pocket of the thermal jacket. A bit frozen.

      Ada
    `,
    mail(petra, "219d 07:58")`
      Booked. The jacket is to be emptied before the next month's end.
    `,
  ],
};

const fridayNumbers: Thread = {
  subject: "numbers",
  with: [lars],
  mails: [
    mail(lars, "121d 19:10")`
      Ada where do we stand for the quarter? One line is enough
    `,
    mail(ada, "120d 08:05")`
      Signed SEK 2.9 m, likely another 0.8 m, doubtful 0.5 m. Umikaze is not in it yet.

      Ada
    `,
    mail(lars, "120d 08:06")`
      Good
    `,
  ],
};

const stamp: Thread = {
  subject: "A stamp?",
  with: [petra],
  mails: [
    mail(ada, "148d 10:40")`
      Petra, I'm afraid Ukrainian customs wants a stamp on the invoice. A real one, round, with ink. Do we own such a thing?
    `,
    mail(petra, "148d 10:55")`
      We do not, but the engraver in Haga makes them while one waits. I have always wanted one.
    `,
  ],
};

const onCall: Thread = {
  subject: "on call until {-30 date}",
  with: [nils],
  mails: [
    mail(nils, "52d 06:45", {
      to: [serviceDesk],
      cc: [],
      attach: [
        {
          kind: "csv",
          name: "on-call.csv",
          text: "from;to;who\n{-52 iso};{-47 iso};Jocke\n{-47 iso};{-42 iso};Nils\n{-42 iso};{-37 iso};Sanna\n{-37 iso};{-30 iso};Jocke",
        },
      ],
    })`
      list until {-30 date} attached. swap among yourselves but write it in. last time two of you sat at home and nobody had
      the phone.

      /Nils
    `,
  ],
};

const forecast: Thread = {
  subject: "board, {-20 weekday}",
  with: [lars],
  mails: [
    mail(lars, "28d 06:30")`
      Need three slides for the board by {-22 weekday}: pipeline, risks, one nice story. Who is the nice story?
    `,
    mail(ada, "28d 09:00")`
      Snihova Dolyna: 31 tonnes of berries, two power cuts, nothing lost. I have a photograph and half a jar of jam. Slides
      come on {-24 weekday}.

      Ada
    `,
    mail(ada, "24d 16:30", {
      quote: false,
      attach: [
        {
          kind: "pdf",
          name: "board slides.pdf",
          text: "1. Pipeline: SEK 6.4 m, of which 3.1 m likely\n2. Risks: compressor prices from {+15 date}, one engineer short\n3. Snihova Dolyna: 31 tonnes, nothing lost",
        },
      ],
    })`
      Slides as promised. Slide 2 is the honest one.
    `,
    mail(lars, "20d 17:45", { quote: false })`
      Went well. They kept the jam
    `,
  ],
};

const reminders: Thread = {
  subject: "Open items, your customers",
  with: [petra],
  mails: [
    mail(petra, "16d 09:00", {
      attach: [
        {
          kind: "csv",
          name: "open items.csv",
          text: "customer;invoice;due;amount\nHavenfood;{-60 year}-097;{-21 iso};SEK 12,400\nLarkfield;{-40 year}-109;{-17 iso};GBP 435.00",
        },
      ],
    })`
      Hi Ada,

      two of your customers are late (list attached). Before the reminders go out: do you know of a reason for either?

      Petra
    `,
    mail(ada, "15d 11:20")`
      Hi Petra,

      Larkfield pays at the end of the month after, so on {+6 date}, no reminder please. Havenfood can have theirs.

      Ada
    `,
  ],
};

export const fjordkyl: Relation = {
  company: {
    name: "Fjord Kyl AB",
    industry: "Refrigeration",
    sizeBand: "11-50",
    website: "https://fjordkyl.example",
    notes: "Ourselves.",
  },
  people: [nils, petra, lars],
  threads: [receipts, stamp, fridayNumbers, onCall, forecast, reminders],
};
