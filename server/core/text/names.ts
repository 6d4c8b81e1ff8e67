/** What a person's name is made of as a letter needs it; null in its place where it is not one person's name. */
type SpokenName = { first: string | null; last: string; whole: string };

/** "Dr. Hanna Weiß", "Ing. Pavel Novák", "пан Тарас": nobody is greeted by what stands before the name. */
const BEFORE =
  /^((dr|prof|mag|ing|mgr|dipl\.?-?\s?ing|rer|nat|med|jur|mr|mrs|ms|miss|mx|sir|herr|frau|hr|fr|mme|mlle|señora?|sra?|dott|dottssa|rev|capt|drs|ir|д-р|проф|пан|пані)(\.\s*|\s+))+(?=\p{L})/iu;
/** "Sally Beck, MBA", "Jonathan Smythe III". */
const BEHIND = /(,\s.*|\s+(jr|sr|ii|iii|iv|ph\.?d|mba|msc|bsc|esq|cpa)\.?)$/i;
const PARTICLE = /^(van|von|de|der|den|del|della|di|da|dos|du|la|le|ten|ter|zu|af|av|el|bin|ibn)$/i;
/** Whoever is called so is several, or none. */
const NOBODY =
  /(?<!\p{L})(team|support|sales|service|services|office|department|accounts?|accounting|procurement|purchasing|info|helpdesk|desk|group|newsletter|marketing|billing|orders?|hr|admin|inc|llc|ltd|limited|plc|corp|gmbh|ag|ab|oy|sarl|s\.?r\.?o|b\.?v|відділ|служба|тов|бухгалтерія)(?!\p{L})/iu;
const NAME = /^\p{Lu}[\p{L}'’ʼ.-]*(\s+\p{L}[\p{L}'’ʼ.-]*){0,4}$/u;

/** The first and the last name of somebody as they are spoken to; null for what is nobody's name. `first` is null for an initial. */
export function spokenName(name: string): SpokenName | null {
  const whole = name.trim().replace(/\s+/g, " ").replace(BEFORE, "").replace(BEHIND, "").trim();
  if (!NAME.test(whole) || NOBODY.test(whole)) return null;
  const words = whole.split(/\s+/);
  const particle = words.findIndex((word, i) => i > 0 && PARTICLE.test(word));
  const [first = ""] = words;
  return {
    // "J. Smith" is greeted by nobody as "J.".
    first: /^\p{L}\.?$|\./u.test(first) ? null : first,
    last: words.slice(particle === -1 ? -1 : particle).join(" "),
    whole,
  };
}
