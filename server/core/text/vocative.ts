/** How Ukrainian calls somebody: "Олена" is called "Олено", "Тарас" "Тарасе". What the rules do not know stays as it is. */

const UKRAINIAN = /^[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ'’ʼ-]+$/;
/** Names whose vowel changes, and those that follow no rule. */
const ITS_OWN: Readonly<Record<string, string>> = {
  ілля: "Ілле",
  лев: "Леве",
  антін: "Антоне",
  федір: "Федоре",
  сидір: "Сидоре",
  прокіп: "Прокопе",
  любов: "Любове",
  адель: "Аделе",
  нінель: "Нінеле",
};
/** Women whose names end as men's do, and names that never change. */
const UNCHANGED =
  /^(ніколь|мішель|ізабель|рахіль|естер|кармен|ірен|елен|кетрін|маргарет|елізабет|керстін|карін|інгрід|астрід|рут|жаклін|жасмін|кароль|юдіт|едіт|доріс|аґнес|агнес|ліліан|вівіан|сьюзен|гвен|гелен|марлен|маріон|шарлотт|джейн|джоан|джин|енн|анн|беатріс|інес|бруно|отто|гуго|маріо|антоніо|серджо|карло)$/i;
const MENS_IN_A = /^(микола|ілля|лука|сава|хома|кузьма|микита|данила|яким|фома|нікіта|гаврила)$/i;
/** Short forms of both. */
const EITHER = /^(саша|женя|валя|слава|шура|міша|діма)$/i;

/** A given name, or a given name and a patronymic. */
export function vocative(name: string): string {
  const words = name.split(" ");
  return words.every((word) => UKRAINIAN.test(word)) ? words.map(called).join(" ") : name;
}

function called(word: string): string {
  const small = word.toLowerCase();
  if (ITS_OWN[small]) return ITS_OWN[small];
  if (UNCHANGED.test(small) || word.length < 3) return word;
  const stem = word.slice(0, -1);
  if (/(івна|ївна)$/.test(small)) return `${stem}о`;
  if (/ович$|йович$|ьович$/.test(small)) return `${word}у`;
  if (/[іїаеоуєи]я$/.test(small)) return `${stem}є`;
  if (/я$/.test(small)) return `${stem}ю`;
  if (/а$/.test(small)) return `${stem}о`;
  if (/[йь]$/.test(small)) return `${stem}ю`;
  if (/ко$/.test(small)) return `${stem}у`;
  if (/[рл]о$/.test(small)) return `${stem}е`;
  if (/г$/.test(small)) return `${stem}же`;
  if (/к$/.test(small)) return `${word}у`;
  return /[бвдзлмнпрстфх]$/.test(small) ? `${word}е` : word;
}

/** Whether a Ukrainian given name is a woman's or a man's; null where it tells neither. */
export function genderOf(name: string): "woman" | "man" | null {
  const [given = "", middle = ""] = name.split(" ");
  if (/(івна|ївна)$/i.test(middle)) return "woman";
  if (/ович$/i.test(middle)) return "man";
  if (!UKRAINIAN.test(given) || EITHER.test(given) || UNCHANGED.test(given)) return null;
  if (/^(любов|адель|нінель)$/i.test(given)) return "woman";
  if (MENS_IN_A.test(given)) return "man";
  return /[ая]$/i.test(given) ? "woman" : "man";
}
