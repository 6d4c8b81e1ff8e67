import { ada } from "./colleagues.ts";
import { mail, type Person, type Relation, type Thread } from "./story.ts";

const robot = (name: string, address: string): Person => ({ name, address, client: "outlook" });

const newsletter = robot("Kylnytt", "redaktion@kylnytt.example");
const freight = robot("Fraktbok", "no-reply@fraktbok.example");
const phones = robot("Molntel Faktura", "invoice@molntel.example");
const mailer = robot("Mail Delivery Subsystem", "mailer-daemon@fjordkyl.example");
const square = robot("Torget", "notifications@torget.example");
const loggers = robot("Glimt", "noreply@fjordkyl.example");

const letter = (number: string): Record<string, string> => ({
  "List-Id": "Kylnytt <brev.kylnytt.example>",
  "List-Unsubscribe": `<https://kylnytt.example/avsluta?brev=${number}>`,
  Precedence: "bulk",
});

const alone = (subject: string, one: Thread["mails"][number]): Thread => ({ subject, with: [one.from], mails: [one] });

const newsletters: Thread[] = [
  alone(
    "Kylnytt 7: the end of R404A",
    mail(newsletter, "214d 06:00", {
      headers: letter("7"),
      html: `<html><head><title>Kylnytt 7</title><style>h1{color:#234}</style></head><body>
<h1>The end of R404A, explained</h1>
<p>From next year nobody may refill it. We asked three installers what they tell the owners of old fish halls.</p>
<ul><li>Replace now, while there are grants</li><li>Retrofit with a blend, and lose a tenth of the capacity</li><li>Wait, and pray</li></ul>
<p><img src="https://kylnytt.example/open.gif?reader=4711" width="1" height="1" alt=""></p>
<p style="font-size:11px">You read this because you visited our stand. <a href="https://kylnytt.example/avsluta?brev=7">Stop</a></p>
</body></html>`,
    })``,
  ),
  alone(
    "Kylnytt 16: CO2 for small rooms",
    mail(newsletter, "13d 06:00", {
      headers: letter("16"),
      html: `<html><body><h1>CO2 reaches the corner shop</h1>
<p>Units below 10 kW have become a fifth cheaper within a year. What that means for flower shops, bakeries and the
ice cream van is on page 3.</p><p>Reader's question: may I put a cold room on a wooden floor?</p></body></html>`,
    })``,
  ),
];

const booked: Thread[] = [
  alone(
    "Your booking 7741-A is confirmed",
    mail(freight, "246d 13:04", {
      headers: { "Auto-Submitted": "auto-generated" },
      html: `<html><body><p>Booking <b>7741-A</b><br>From: Göteborg, Stigbergsgatan 14<br>To: Gdynia, gate 3<br>
Pick-up: {-242 long}, 16:00 to 18:00<br>Weight: 2,340 kg, loading metres 4.8</p>
<p>Price: EUR 1,310 excluding VAT. Please do not reply to this message.</p></body></html>`,
    })``,
  ),
  alone(
    "Booking 8120-C: driver on the way",
    mail(freight, "139d 05:31", { headers: { "Auto-Submitted": "auto-generated" } })`
      Booking 8120-C
      Göteborg - Lviv

      The driver expects to cross the border at Korczowa on {-138 long}. Follow the lorry at
      https://fraktbok.example/t/8120-C

      This address is not read.
    `,
  ),
];

const others: Thread[] = [
  alone(
    "Undelivered Mail Returned to Sender",
    mail(mailer, "174d 08:01", { headers: { "Auto-Submitted": "auto-replied" } })`
      This is the mail system at host mx1.fjordkyl.example.

      Your message could not be delivered to the address below.

      <jonas.oeberg@nordfrakt.example>: host mx.nordfrakt.example said: 550 5.1.1 User unknown
    `,
  ),
  alone(
    "Invoice 88120446 for {-81 month}",
    mail(phones, "77d 02:15", {
      attach: [
        {
          kind: "pdf",
          name: "88120446.pdf",
          text: "Molntel\nInvoice 88120446\nSix subscriptions: SEK 1,914.00\nRoaming Poland: SEK 88.50\nTotal SEK 2,002.50",
        },
      ],
    })`
      Your invoice 88120446 over SEK 2,002.50 is attached. It is paid by direct debit on {-67 full}.

      Molntel
    `,
  ),
  alone(
    "Five people looked at your profile",
    mail(square, "61d 17:00", {
      headers: { "List-Unsubscribe": "<https://torget.example/settings>" },
      html: `<html><body><p>Hi Ada, five people looked at your profile this week. One of them works in <b>catering</b>.</p>
<p><a href="https://torget.example/p/ada-berg">See who</a></p></body></html>`,
    })``,
  ),
  alone(
    "[Glimt] P120-0388 above -15 °C",
    mail(loggers, "104d 05:40", { headers: { "Auto-Submitted": "auto-generated" } })`
      P120-0388 (Nordfrakt, Halmstad) has been above -15 °C for 12 minutes.

      Now: -14.2 °C
      Door: not quite closed
    `,
  ),
];

/** What nobody wrote by hand. It makes no contacts, and nobody owes it an answer. */
export const notices: Relation = {
  company: null,
  people: [],
  threads: [...newsletters, ...booked, ...others].map((thread) => ({
    ...thread,
    mails: thread.mails.map((one) => ({ ...one, to: [ada], cc: [] })),
  })),
};
