import { ada, nils } from "./colleagues.ts";
import { happened, mail, type Person, type Relation, type Thread } from "./story.ts";

const sam: Person = {
  name: "Sam de Vries",
  address: "sam@koelwijk.example",
  title: "Account Manager",
  client: "gmail",
  zone: "Europe/Amsterdam",
  signature: "Sam de Vries\nKoelwijk Parts B.V. | Rotterdam\nparts that fit, or we drive back",
};

const anouk: Person = {
  name: "Anouk Bakker",
  address: "anouk@koelwijk.example",
  title: "Order desk",
  client: "outlook",
  zone: "Europe/Amsterdam",
  signature: "Anouk Bakker\nOrder desk, Koelwijk Parts B.V.\nbefore 14:00 ordered is shipped today",
};

const fans: Thread = {
  subject: "Order 2201: fans",
  with: [anouk],
  mails: [
    mail(ada, "300d 09:02")`
      Hi Anouk,

      for our stock: 12 fans EC-350 and 4 guards for them. Deliver to Stigbergsgatan as usual.

      Best,
      Ada
    `,
    mail(anouk, "300d 11:15")`
      Hi Ada,

      booked as order 2201.

      12 x EC-350 at EUR 118.00
      4 x guard G-350 at EUR 9.40
      Ships tomorrow, two parcels, with you on {-296 weekday}.

      Anouk
    `,
    mail(ada, "295d 08:10", { quote: false })`
      Both parcels are here and complete.
    `,
  ],
};

const gaskets: Thread = {
  subject: "gasket profile 70-S",
  with: [sam],
  mails: [
    mail(ada, "259d 13:20")`
      Hi Sam,

      do you still carry profile 70-S by the metre? The maker says that it is discontinued and I have 22 doors out there
      that need it sooner or later.

      Ada
    `,
    mail(sam, "259d 14:01")`
      Hey Ada! Discontinued yes, but I bought the last 400 metres when I heard. Yours for EUR 6.20 if you take 200 or more,
      else 7.50. After that it's gone and we all switch to 72-S, which needs the wider hook.

      Sam
    `,
    mail(ada, "258d 08:44")`
      You are a clever man. 240 metres, please.

      Ada
    `,
  ],
};

const late: Thread = {
  subject: "Order 2260: where is it?",
  with: [anouk, sam],
  mails: [
    mail(ada, "192d 10:40", { to: [anouk], cc: [] })`
      Hi Anouk,

      the two valves of order 2260 were to come on {-194 weekday}. Nils stands in Skövde without them tomorrow morning.
      Where are they?

      Ada
    `,
    mail(anouk, "192d 11:05", { to: [ada], cc: [sam] })`
      Hi Ada,

      found them. The carrier has them in Hamburg with a torn label. I have two others here, Sam is putting them in his own
      car to Schiphol, flight SK 1552, you can collect at Landvetter from 19:30.

      So sorry.
      Anouk
    `,
    mail(sam, "192d 15:50", { to: [ada], cc: [anouk] })`
      They fly. No charge for the freight, obviously. I also had a very good sandwich at the airport so all is well.

      Sam
    `,
    mail(ada, "191d 07:30", { to: [sam], cc: [anouk] })`
      Collected, and Nils is on the road with them. That is how one keeps a customer. Thank you both!

      Ada
    `,
  ],
};

const wrongPart: Thread = {
  subject: "Return from order 2283",
  with: [anouk],
  mails: [
    mail(ada, "151d 11:30")`
      Hi Anouk,

      instead of the TX-4 controller we received a TX-4B, which has no input for the door. How do you want it back?

      Ada
    `,
    mail(anouk, "151d 12:02", {
      attach: [
        {
          kind: "pdf",
          name: "return label RMA-0917.pdf",
          text: "Return RMA-0917\nFrom: Fjord Kyl AB, Stigbergsgatan 14, Göteborg\nTo: Koelwijk Parts B.V., Waalhaven, Rotterdam\n1 x TX-4B",
        },
      ],
    })`
      Our mistake, the shelf was labelled wrong. Label enclosed (RMA-0917), the right one leaves today. The credit note
      follows when the B is back.

      Anouk
    `,
    mail(ada, "149d 09:00", { quote: false })`
      The TX-4 has come, the B is on its way to you.
    `,
  ],
};

const hoses: Thread = {
  subject: "CO2 hoses, 120 bar",
  with: [sam],
  mails: [
    mail(ada, "113d 14:25")`
      Sam, can you get CO2 hoses for 120 bar in 1.5 and 3 metres, ten of each, with the test certificate for each single
      piece? Medvelis asks for papers about everything.
    `,
    mail(sam, "112d 09:14")`
      Got a guy in Tilburg who presses and tests them one by one. EUR 64 and EUR 81, certificate in the box with the serial
      number on the collar. Two weeks.
    `,
    mail(ada, "112d 09:40")`
      Perfect, order them.

      Ada
    `,
    mail(sam, "97d 16:02", { quote: false })`
      Hoses left Tilburg today. The guy signed every certificate by hand, with a fountain pen. I love him.

      Sam
    `,
  ],
};

const increase: Thread = {
  subject: "Prices from {+15 date}",
  with: [sam],
  mails: [
    mail(sam, "21d 09:00", {
      attach: [
        {
          kind: "csv",
          name: "prices from {+15 iso}.csv",
          text: "part;old;new\nEC-350;118.00;121.50\nG-350;9.40;9.40\nTX-4;214.00;222.00\nT4 body;1840.00;1895.00\nR55-26;310.00;310.00",
        },
      ],
    })`
      Hi all,

      the letter nobody likes. From {+15 full} our prices go up by 3 percent on average, list attached. Orders placed
      before that date ship at the old price, whenever they ship.

      Sam
    `,
    mail(ada, "20d 13:15", { quote: false })`
      Hi Sam,

      thank you for the warning and for leaving the racks alone. We will order the year's fans by {+12 date}.

      Ada
    `,
  ],
};

const spareParts: Thread = {
  subject: "Spare parts list",
  with: [sam, nils],
  mails: [
    mail(sam, "12d 11:00", { to: [ada], cc: [nils] })`
      Ada, Nils,

      for your new service vans I'd put the same box in each: what breaks, not what's in the book. What did you use most
      this year?

      Sam
    `,
    mail(nils, "11d 07:05", { to: [sam], cc: [ada] })`
      fans, door heaters, TX-4, gaskets, the red caps. nobody ever brings back the red caps

      /Nils
    `,
    mail(ada, "10d 09:45", {
      to: [sam],
      cc: [nils],
      attach: [
        {
          kind: "csv",
          name: "used this year.csv",
          text: "part;pieces\nEC-350;31\ndoor heater DH-9;18\nTX-4;7\ngasket 70-S, metres;142\nred cap;26",
        },
      ],
    })`
      Hi Sam,

      here is the whole list from our stock system, sorted. Nils is right about the caps.

      Best,
      Ada
    `,
    mail(sam, "9d 10:20", { to: [ada], cc: [nils] })`
      Perfect, thanks! Six boxes, EUR 890 each, caps on the house. I'll have them ready by {+9 long}.

      Sam
    `,
  ],
};

export const koelwijk: Relation = {
  company: {
    name: "Koelwijk Parts B.V.",
    industry: "Wholesale",
    sizeBand: "11-50",
    website: "https://koelwijk.example",
    notes: "Supplier of spare parts. Orders before 14:00 leave the same day.",
  },
  people: [sam, anouk],
  threads: [fans, gaskets, late, wrongPart, hoses, increase, spareParts],
  happenings: [
    happened("call", "192d 11:20", { with: [anouk], outcome: "neutral" })`
      Anouk on the two valves: torn label, replaced by air on the same day
    `,
    happened("task", "20d 13:30", { with: [sam], due: 12 })`
      Order next year's fans before the prices go up
    `,
  ],
};
