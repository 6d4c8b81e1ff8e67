/** What changes hands in work, in English: what is sent, signed, paid and waited for. */

const THINGS = [
  "quot(?:e|ation)|offer|proposal|bid|estimate|tender|contract|agreement|nda|sow|msa|po|purchase order|order|invoice|credit note|receipt|payment|deposit|refund|figures|numbers|costs|costings?|pricing|prices|price list|rate card|bill",
  "draft|version|cut|edit|copy|copies|text|artwork|visual|mock-?up|design|concept|layout|logo|proof|render|drawing|plan|schedule|timeline|programme|agenda|minutes|notes|summary|recap|write-?up|report|deck|slide|presentation|brief|specs?|specification|list|shortlist",
  "cv|profile|candidate|reference|feedback|comment|answer|reply|response|update|confirmation|detail|info|information|document|doc|paperwork|form|file|link|photo|pic|picture|image|video|recording|invite|invitation|login|access|credential|key",
  "sample|part|goods|parcel|shipment|pallet|unit|replacement|material|letter|mail|e-?mail|message|intro|introduction|analysis|data|spreadsheet|sheet|model|forecast|budget|statement|certificate|bl|pod|tracking (?:number|link)|ticket|keys|fix|patch|build|release|lease|deed|permit|licen[cs]e|survey|filing|policy|claim|timesheet|payslip|rota",
].join("|");
export const THING = `(?:${THINGS})s?`;
export const NOBODY_SPEAKS =
  "(?!(?:[-–—]|i|we|you|he|she|they|it|who|what|when|if|while|as|please|pls|thanks?|thank|send|get|give|great|nice|good|glad|happy|(?:look|speak|talk|hear|think|see|send|giv|work|wait|go|com|gett|be|hav|writ|reply|forward|follow|thank|add|tak|mak|us)ing)\\b)";
/** "The signed copy", "Snagging list for flat 4". */
const THING_PHRASE = String.raw`(?:[^\s.;:?!,]+ ){0,4}${THING}(?: (?:for|of|on|from|about|with|to|re) (?!(?:you|me|us)\b)[^.;:?!,]{2,30}?)?`;
/** A sentence that begins with it: nobody is named who would do something. */
export const THING_FIRST = String.raw`^(?:as (?:promised|discussed|agreed)[^.;:?!,]{0,30}, )?${NOBODY_SPEAKS}(?:(?:and|also|so|ok|then|hi \S+),? )?${THING_PHRASE}`;
