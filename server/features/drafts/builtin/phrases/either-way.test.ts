import { expect, test } from "vitest";
import { eitherWay } from "./either-way.ts";
import { eitherWayUk } from "./either-way-uk.ts";

const shown = (found: ReturnType<typeof eitherWay>): string | null =>
  found && `${found.before} [${found.open}?] ${found.after}`.trim();

test.each([
  ["Do you have any references in retail?", "we [have or do not have?] references in retail"],
  ["Do you still offer the old plan?", "we [still offer or no longer offer?] the old plan"],
  ["Do your fitters work on Sundays?", "our fitters [work or do not work?] on Sundays"],
  ["Does your store open on Sundays?", "our store [opens or does not open?] on Sundays"],
  ["Does it include the seals?", "it [includes or does not include?] the seals"],
  ["And have you worked with Nordfrakt before?", "we [have or have not?] worked with Nordfrakt before"],
  ["Did you receive our invoice?", "we [received or did not receive?] your invoice"],
  ["could the deposit be paid in two parts?", "the deposit [can or cannot?] be paid in two parts"],
  ["Can I pay you in two parts?", "you [can or cannot?] pay us in two parts"],
  ["Would you consider 10% less if we sign today?", "we [would or would not?] consider 10% less if you sign today"],
  ["Is the price negotiable?", "the price [is or is not?] negotiable"],
  ["Can you please run the figures again?", "we [can or cannot?] run the figures"],
  ["Is this the final price?", "this [is or is not?] the final price"],
  ["Are there any hidden fees?", "there [are or are not?] hidden fees"],
  ["Could you please have a look at the drawing?", "I [will or cannot?] have a look at the drawing"],
  ["Should we pay by card or by transfer?", "you should pay [by card or by transfer?]"],
  ["Is the price per seat or per hall?", "the price is [per seat or per hall?]"],
  ["Did they try the samples?", "they [tried or did not try?] the samples"],
  ["Did you already send it?", "we [did or did not?] already send it"],
  ["Should this change be made at once?", "this change [should or should not?] be made at once"],
  ["Is this offer still valid?", "this offer [is or is not?] still valid"],
  ["Are these racks still located in your hall?", "these racks [are or are not?] still located in our hall"],
  ["Is this covered by the warranty?", "this [is or is not?] covered by the warranty"],
  ["Is the gate closed at night?", "the gate [is or is not?] closed at night"],
  ["Do you prefer mail or phone?", "we prefer [mail or phone?]"],
])("%s has a sentence that answers it, with what is open in it: %s", (asked, says) => {
  expect(shown(eitherWay(asked))).toBe(says);
});

test.each([
  "Has the committee decided?",
  "If we order twenty, can we get a discount?",
  "Do you offer training or support?",
  "Do you know whether the gate is open?",
  "Shall we meet on Tuesday?",
  "Is there anything else?",
  "If you would like to come, please tell us.",
  "If you could call me today that would be great.",
  "Would you mind calling me today?",
  "Do you think a meeting is a good idea?",
  "Are we still on?",
  "Are these racks still located in your hall and if so are they empty?",
  "Can you send the 500 EUR you promised?",
  "Do you still give the discount that we agreed on?",
  "Can you pay today since the invoice is overdue?",
  "Is your account number 12345678?",
  "Can you log in at https://fjordkyl.example?",
  "How long does it take?",
])("what no rule can answer so is left to be asked again: %s", (asked) => {
  expect(eitherWay(asked)).toBeNull();
});

test.each([
  ["Чи доставляєте ви в суботу?", "ми [доставляємо чи не доставляємо?] в суботу"],
  ["Чи займаєтесь ви монтажем?", "ми [займаємось чи не займаємось?] монтажем"],
  ["Чи отримали ви наш рахунок?", "ми [отримали чи ще не отримали?] ваш рахунок"],
  ["чи можна оплатити частинами?", "оплатити частинами [можна чи не можна?]"],
  ["Чи входить навчання у вартість?", "навчання у вартість [входить чи не входить?]"],
  ["Чи потрібна передоплата?", "передоплата [потрібна чи не потрібна?]"],
  ["Можете зробити нам знижку?", "ми [можемо чи не можемо?] зробити вам знижку"],
  ["Чи буде доставка безкоштовною?", "доставка [буде чи не буде?] безкоштовною"],
  ["Чи буде готовий кошторис до п'ятниці?", "кошторис до п'ятниці [буде чи не буде?] готовий"],
  ["Чи буде склад працювати в суботу?", "склад [буде чи не буде?] працювати в суботу"],
  ["Оплата за місяць чи за квартал?", "Оплата [за місяць чи за квартал?]"],
])("%s has a sentence that answers it in Ukrainian: %s", (asked, says) => {
  expect(shown(eitherWayUk(asked))).toBe(says);
});

// What is not there stands in another case than what is.
test.each([
  "Чи є у вас сертифікат?",
  "Чи є у вас на складі дубові стелажі?",
  "У вас є доставка в Одесу?",
  "А чи є знижка на другу палету?",
  "Чи будуть сертифікати на стелажі?",
  "Чи буде ваш майстер на об'єкті?",
  "Чи є у вас щось дешевше?",
  "Чи є ви виробником?",
  "Чи буде рахунок з ПДВ чи без?",
  "Чи могли б ви надіслати договір?",
  "Це ціна з ПДВ чи без?",
  "Який термін?",
])("what no rule can answer so is left to be asked again: %s", (asked) => {
  expect(eitherWayUk(asked)).toBeNull();
});
