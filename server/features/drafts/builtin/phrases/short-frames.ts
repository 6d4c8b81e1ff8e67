import type { Short, ShortReplies } from "./phrases.ts";

/** Short replies in a language of which the builtin writer knows little else. */
export type FrameShort = ShortReplies & {
  wait: Short;
  /** How a question begins that a yes or no does not answer. */
  asksWhat: RegExp;
  /** Behind a greeting with a comma a mail goes on small. */
  goesOnSmall: boolean;
};

/** At its start or behind a comma, also behind a short word: "um wie viel", "à quelle heure". */
const asks = (words: string): RegExp => new RegExp(`(?:^|[,:;¿]\\s*)(?:\\p{L}{1,4}\\s+)?(?:${words})(?!\\p{L})`, "iu");

/** None of them says "you": whether two people are formal with each other is not known here. Swedish has one form for all. */
export const SHORT: Readonly<Record<string, FrameShort>> = {
  de: {
    yes: ["Ja", "Ja, das passt für mich."],
    no: ["Nein", "Leider ist das nicht möglich."],
    time: ["Später", "Vielen Dank für die Nachricht.", "Darf ich etwas später darauf zurückkommen?"],
    back: ["Nachfragen", "Könnte ich dazu noch etwas mehr erfahren?"],
    good: ["Danken", "Vielen Dank, gut zu wissen."],
    agree: ["Zustimmen", "Vielen Dank, ich bin einverstanden."],
    news: ["Erinnern", "Gibt es dazu etwas Neues?"],
    wait: ["Abwarten", "Ich freue mich auf eine Rückmeldung."],
    talk: ["Sprechen", "Wäre ein kurzes Gespräch einfacher?", "Welcher Tag und welche Uhrzeit würden passen?"],
    answer: "Antworten",
    asksWhat: asks("wann|was|wo|wohin|woher|wer|wen|wem|wie|wieviel|welche[rsnm]?|warum|wieso"),
    goesOnSmall: true,
  },
  fr: {
    yes: ["Oui", "Oui, cela me convient."],
    no: ["Non", "Malheureusement, ce n’est pas possible."],
    time: ["Plus tard", "Merci pour ce message.", "Puis-je y revenir un peu plus tard ?"],
    back: ["Demander", "Serait-il possible d’en savoir un peu plus ?"],
    good: ["Remercier", "Merci, c’est bon à savoir."],
    agree: ["D’accord", "Merci, je suis d’accord."],
    news: ["Relancer", "Y a-t-il du nouveau à ce sujet ?"],
    wait: ["Attendre", "Je reste dans l’attente d’une réponse."],
    talk: [
      "Se parler",
      "Serait-il plus simple d’en parler de vive voix ?",
      "Quel jour et quelle heure conviendraient ?",
    ],
    answer: "Répondre",
    asksWhat: asks("quand|quel(?:le)?s?|où|qui|combien|comment|pourquoi|que|qu['’]est-ce"),
    goesOnSmall: false,
  },
  es: {
    yes: ["Sí", "Sí, me parece bien."],
    no: ["No", "Lamentablemente, no es posible."],
    time: ["Más tarde", "Gracias por el mensaje.", "¿Puedo responder un poco más adelante?"],
    back: ["Preguntar", "¿Sería posible tener algún detalle más?"],
    good: ["Agradecer", "Gracias por la información."],
    agree: ["De acuerdo", "Gracias, estoy de acuerdo."],
    news: ["Recordar", "¿Hay alguna novedad al respecto?"],
    wait: ["Esperar", "Quedo a la espera de una respuesta."],
    talk: ["Hablar", "¿Sería más fácil hablarlo por teléfono?", "¿Qué día y a qué hora vendría bien?"],
    answer: "Responder",
    asksWhat: asks("cuándo|qué|dónde|quién(?:es)?|cuánt[oa]s?|cómo|cuál(?:es)?"),
    goesOnSmall: false,
  },
  it: {
    yes: ["Sì", "Sì, per me va bene."],
    no: ["No", "Purtroppo non è possibile."],
    time: ["Più tardi", "Grazie per il messaggio.", "Posso rispondere un po’ più avanti?"],
    back: ["Chiedere", "Sarebbe possibile avere qualche dettaglio in più?"],
    good: ["Ringraziare", "Grazie per l’informazione."],
    agree: ["D’accordo", "Grazie, sono d’accordo."],
    news: ["Ricordare", "Ci sono novità al riguardo?"],
    wait: ["Attendere", "Resto in attesa di un riscontro."],
    talk: ["Parlarne", "Sarebbe più semplice parlarne a voce?", "Quale giorno e quale ora andrebbero bene?"],
    answer: "Rispondere",
    asksWhat: asks("quando|cosa|che|dove|chi|quant[oaie]|come|qual[ei]?|perché"),
    goesOnSmall: true,
  },
  pl: {
    yes: ["Tak", "Tak, odpowiada mi to."],
    no: ["Nie", "Niestety nie jest to możliwe."],
    time: ["Później", "Dziękuję za wiadomość.", "Czy mogę wrócić do tej sprawy nieco później?"],
    back: ["Dopytać", "Czy mogę prosić o nieco więcej szczegółów?"],
    good: ["Podziękować", "Dziękuję za informację."],
    agree: ["Zgodzić się", "Dziękuję, zgadzam się."],
    news: ["Przypomnieć", "Czy są jakieś nowe informacje w tej sprawie?"],
    wait: ["Poczekać", "Czekam na odpowiedź."],
    talk: ["Porozmawiać", "Czy łatwiej byłoby o tym porozmawiać?", "Jaki dzień i jaka godzina byłyby dogodne?"],
    answer: "Odpowiedzieć",
    asksWhat: asks("kiedy|co|gdzie|kto|kogo|ile|jak(?:i|a|ą|ie)?|któr[yaeą]|któr(?:ego|ej|ym)|dlaczego"),
    goesOnSmall: true,
  },
  sv: {
    yes: ["Ja", "Ja, det passar mig bra."],
    no: ["Nej", "Tyvärr är det inte möjligt."],
    time: ["Senare", "Tack för ditt mejl.", "Får jag återkomma lite senare?"],
    back: ["Fråga", "Kan du berätta lite mer?"],
    good: ["Tacka", "Tack, bra att veta."],
    agree: ["Instämma", "Tack, jag håller med."],
    news: ["Påminna", "Finns det något nytt i frågan?"],
    wait: ["Vänta", "Jag ser fram emot ditt svar."],
    talk: ["Prata", "Vore det enklare att ta det på telefon?", "Vilken dag och tid passar dig?"],
    answer: "Svara",
    asksWhat: asks("när|vad|var|vart|vem|vilka|hur|vilke[nt]|varför"),
    goesOnSmall: true,
  },
};
