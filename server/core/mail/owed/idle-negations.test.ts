import { expect, test } from "vitest";
import { endless } from "../../../testing/endless.ts";
import { withoutIdleNegations, withoutRefusals } from "./idle-negations.ts";
import { owingIn } from "./obligations.ts";

test.each([
  "Kein Problem, ich schicke Ihnen das Angebot morgen.",
  "Ich prüfe, warum das Tor nicht schließt.",
  "Nous ne manquerons pas de vous rappeler demain.",
  "Sprawdzę, dlaczego brama się nie zamyka.",
  "Ich schicke Ihnen das Angebot morgen, damit Sie nicht warten müssen.",
  "Den Bagger bring ich dir morgen zurück, nicht erst am Freitag.",
  "Je vous envoie le devis demain pour ne pas vous faire attendre.",
  "Pas de souci, je te renvoie le plan demain.",
  "No hay problema, mañana te mando el plano.",
  "Le envío el plano el viernes para no hacerle esperar.",
  "Nie ma sprawy, jutro wyślę plan.",
  "Wyślę Pani plan w piątek, żeby nie musiała Pani czekać.",
  "Без проблем, завтра надішлю план.",
  "План надішлю завтра, щоб ви не чекали.",
  "Not a problem, swinging by the yard on Saturday.",
  "Haven't forgotten your plan, will look at it tonight.",
])("a negation beside a promise leaves it one: %s", (sentence) => {
  expect(owingIn(sentence)).toEqual({ kind: "promise", by: "writer" });
});

test.each([
  "Kein Problem, ich schicke Ihnen das Angebot nicht.",
  "Kein Problem.",
  "Ich schicke Ihnen das Angebot nicht.",
  "Je ne vous envoie pas le devis demain.",
  "Mañana no te mando nada.",
  "Jutro nie wyślę planu.",
  "Я не надішлю план завтра.",
  "Ich melde mich morgen nicht, damit Sie nicht gestört werden.",
  "Ich rufe nicht an, auch wenn es nicht passt.",
  "Pas de souci, je ne vous envoie pas le devis demain.",
  "No te preocupes, no te mando nada mañana.",
  "Nie ma sprawy, jutro nie wyślę planu.",
  "Не хвилюйся, завтра не надішлю.",
  "No worries, I won't send it.",
  "No problem if you can't make it.",
  "Bei uns gab es kein Problem, das Angebot kam an.",
])("what is taken back is no promise: %s", (sentence) => {
  expect(owingIn(sentence)).toBeNull();
});

test.each(["kein problem, ", "damit nicht ", "vergesse ", ", para no ", "żeby nie ", "no worries "])(
  "a line without end is read in no time: %s",
  (piece) => {
    withoutRefusals(withoutIdleNegations(endless(piece)));
  },
);
