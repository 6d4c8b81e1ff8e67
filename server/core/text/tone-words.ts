/** Words that tell how somebody sounds, by language; a trailing `*` stands for any ending. From mail of work, made by hand. */
type Words = {
  courtesy: string;
  warm: string;
  glad: string;
  cool: string;
  cross: string;
  negations: string;
  louder: string;
};

export const TONE_WORDS: Readonly<Record<string, Words>> = {
  en: {
    courtesy: "thank thanks welcome",
    warm:
      "appreciate* helpful kind* nice good well pleased happy glad fine useful clear friendly smooth* quick* prompt* agree* agreed easy " +
      "interesting interested hope* looking_forward no_problem",
    glad:
      "great excellent perfect* wonderful* fantastic amazing awesome delighted love* loved brilliant superb outstanding thrilled impressed best enjoy* " +
      "congratulations celebrate* well_done pleasure grateful",
    cool:
      "unfortunately concern concerns concerned worried worry problem problems issue issues late delay* unclear confus* difficult hard wrong missing mistake* " +
      "error* fail* failed expensive too_high broken complaint* complain* regret* doubt* reconsider* reluctant overdue forgot* waiting_for urgent* slow* bad",
    cross:
      "disappoint* unacceptable angry annoyed annoying frustrat* upset terrible awful horrible ridiculous useless worst poor cancel* terminate* lawyer legal_action " +
      "fed_up furious outrageous refuse* reject* waste* never_again escalate* compensation demand*",
    negations:
      "not no never cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't shouldn't hardly without neither nor",
    louder: "very really so extremely absolutely completely totally highly quite truly deeply most",
  },
  uk: {
    courtesy: "дякую дякуємо спасибі",
    warm:
      "вдячн* добре добрий гарно гарний гарна зручно зручний рад* радий рада раді прекрасно чудово приємно приємний згоден згодна згодні погоджу* цікав* задоволен* " +
      "корисн* зрозуміл* швидко сподіва* допомог* будемо_раді із_задоволенням",
    glad: "чудов* відмінн* ідеальн* прекрасн* щаслив* захопле* любл* найкращ* вражен* блискуч* вітаю вітаємо супер молодці",
    cool:
      "жаль шкода вибач* перепрош* пробач* проблем* запізн* затрим* незрозуміл* складно складн* важко помилк* бракує дорого дорог* непоко* хвилю* сумнів* скарг* забули " +
      "пізно прострочен* терміново чекаємо_досі погано поган* зламан*",
    cross:
      "розчарован* неприпустим* обурен* обурлив* жахлив* жах сердит* злий зла відмовля* скасову* скасувати розірв* юрист* суд компенсац* вимага* найгірш* нікуди_не_годиться",
    negations: "не ні ніколи немає без жодн*",
    louder: "дуже надзвичайно справді цілком абсолютно вкрай так_само настільки",
  },
  de: {
    courtesy: "danke dank vielen_dank",
    warm: "gut gerne gern freue freuen freundlich* hilfreich* schön* angenehm* klar einverstanden passt nett* zufrieden interessant* hoffe*",
    glad: "großartig* ausgezeichnet* hervorragend* perfekt* wunderbar* toll* super begeistert* liebe* glückwunsch* bestens",
    cool: "leider bedauer* sorge* problem* spät verspät* verzöger* unklar* schwierig* falsch* fehler* fehlt fehlen teuer* kaputt* beschwer* zweifel* dringend* vergessen mangel* schlecht*",
    cross:
      "enttäusch* inakzeptabel* unannehmbar* ärger* verärgert* frustrier* furchtbar* schrecklich* unverschämt* kündig* stornier* anwalt rechtliche_schritte schadenersatz",
    negations: "nicht kein keine keinen keinem nie niemals ohne weder",
    louder: "sehr wirklich äußerst absolut völlig total besonders",
  },
};
