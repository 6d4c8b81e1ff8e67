/**
 * Words that begin a sentence of a business mail and are nobody's name. Whatever else stands there with a capital must be in
 * the facts: better a plain sentence lost than a person invented.
 */
export const COMMON_STARTS: ReadonlySet<string> = new Set(
  (
    "a about above according additionally after again all already also although always an and another any anyway apart apologies are as at attached based " +
    "because before being below besides best both briefly but by can certainly clearly congratulations could currently dear despite did do does due during each " +
    "either enclosed even every everything feel few finally first following for fortunately from further furthermore generally given glad good great had happy has " +
    "have having he hello hence her here hi his hope hopefully how however if in indeed instead is it its just kind kindly last lastly later let looking many may " +
    "maybe meanwhile meeting might more moreover most much must my naturally nevertheless next no none nor not nothing now obviously of often on once one only or " +
    "originally other otherwise our over overall particularly per perhaps please previously price probably rather recently regarding regards remember right same " +
    "second see several shall she should since sincerely so some someone something soon sorry still such sure surely thank thanks that the their them then there " +
    "therefore these they third this those though through thus to today together too ultimately under understood unfortunately unless until up upon usually very was " +
    "we well were what whatever when whenever where whether which while who whole whom whose why will wishing with within without would yes yet you your yours " +
    "дякую добрий доброго вітаю ми ви я він вона вони це цей ця як якщо коли де що чи так ні на з за до від про для але також тому отже будь щодо наш ваш хочу прошу"
  ).split(" "),
);
