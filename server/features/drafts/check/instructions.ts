/** Said to whoever writes the answer, by somebody who wants words put into it: material of an attack, and no fact. */
const TO_THE_WRITER = [
  /\b(in|into|to|of|with|from|your) (your|the|this) (answer|reply|response|draft|summary|output|sentence|reply's|response's)\b|\byour (answer|reply|response|output)\b/i,
  // "You wrote in your e-mail" tells of one; who is to put something into it is told what to do.
  /^(?=.*\b(?:in|into|to|of|with|from) (?:your|the|this) (?:e-?mail|message)\b)(?=.*\b(?:includ\w+|insert\w*|add(?:ed|ing)?|append\w*|attach|put|mention|write|paste|embed\w*|say|state|use|conclude|finish|sign|print|contain\w*|refer|recommend|promote|advertise|link)\b)/is,
  /\b(ignore|disregard|forget|override) (all|any|the|every|your|my|previous|prior|above)\b/i,
  /\b(system prompt|as an ai|you are (now )?(an?|the) (ai|assistant|model|bot)|language model)\b/i,
  /\b(code (section|block|snippet|excerpt|segment|fragment|piece)|following (code|snippet|script))\b|```/i,
  /^\W*(download|install|click|visit|run|execute|open this|translate|compose|explain|describe|provide an? |write an? |draft an? |develop an? |break down|replace|substitute|convert|scramble|rearrange|anagram|jumble|misspell|remove spaces|group letters|combine words|render|introduce random)\b/i,
];

export const isInstruction = (sentence: string): boolean => TO_THE_WRITER.some((pattern) => pattern.test(sentence));
