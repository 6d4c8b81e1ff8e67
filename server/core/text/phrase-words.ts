/** Words at which a phrase ends: they say how something is said, not what it is about. */
export const BREAKS: ReadonlySet<string> = new Set(
  // English
  (
    "about above across actually add added after again against ago all almost already also although always am among an and another any anybody anyone anything anyway are around " +
    "as ask asked asks at attached away back be became because become been before began begin behind being below best better between big bit both bring brings brought but by call " +
    "called came can cannot case change changed check clear close come comes coming confirm could couple course day days dear decide did different do does doing done down due during " +
    "each early either else end enough even ever every everybody everyone everything exactly far feel few find fine first five fit fits for four found friend from full further gave " +
    "get gets getting give given gives glad go goes going gone good got great had half hand happen happened happy hard has have having he hear heard hello help her here hers hi him " +
    "himself his hold hope hour hours how however i idea if important in include included including inside instead into is it its itself just keep kept kind kinds knew know known " +
    "large last late later latest least leave left less let lets like likely line little long longer look looked looking looks lot made mail make makes making many matter may maybe " +
    "me mean means meant might mine minute minutes moment month months more morning most move much must my myself near need needed needs neither never new next nice no nobody none " +
    "nor not note nothing now number of off often ok okay old on once one only onto open or order other others our ours out outside over own page part pass people perhaps person " +
    "place please point possible probably put question questions quick quite rather read ready real really reason received regards right run said same saw say saying says second " +
    "see seem seems seen send sends sending sent set several shall she short should show shown shows side simple since single small so some somebody someone something sometimes soon " +
    "sorry sort sounds stand start started still stop such suit sure take taken takes taking talk tell tells than thank thanks that the their theirs them then there these they thing " +
    "things think third this those though thought three through till time times today together told tomorrow tonight too took toward tried try turn two under understand until up " +
    "upon us use used useful using usual usually various very via wait waiting want wanted wants was way we week weeks welcome well went were what whatever when where whether which " +
    "while who whole whom whose why will wish with within without word words work worked working works would write writes wrote year years yes yesterday yet you your yours yourself " +
    "mr mrs ms dr prof ll ve re don didn isn doesn won couldn wouldn shouldn hasn haven wasn weren monday tuesday wednesday thursday friday saturday sunday january february march april june july " +
    "august september october november december mon tue wed thu fri jan feb mar apr jun jul aug sep oct nov dec am pm eur usd gbp sek nok dkk pln uah http https www com " +
    "forward follow following finally currently available able attach enclosed herewith agree agreed appreciate best cheers sincerely kind " +
    // Ukrainian
    "і й та а але або чи що щоб як якщо якби який яка яке які якого якої яких яким бо тому тож то той та те ті цей ця це ці цього цієї цих цьому він вона воно вони його її їх їм " +
    "йому ній них я ти ми ви мене мені мною тебе тобі нас нам нами вас вам вами наш наша наше наші нашого нашої наших ваш ваша ваше ваші вашого вашої ваших свій своя своє свої себе " +
    "собі у в на з із зі до від для за по при про під над перед після через без між біля о об не ні так вже ще тільки лише навіть дуже більше менше можна треба потрібно потрібні є " +
    "був була було були буде будуть будемо бути може можуть можете можемо можу мати має маємо мають маю хочу хочемо хоче знаю знаємо дякую дякуємо ласка будь вітаю добрий доброго " +
    "день дня днів дні тиждень тижні тижня місяць місяці місяця рік року років сьогодні завтра вчора тоді тепер зараз коли де куди звідки там тут там ось всі все усе усі всіх весь " +
    "кожен кожна кожного один одна одне одну два дві три чотири перший перша друга другий інший інша інші також теж разом дуже досить майже потім спершу спочатку пан пані пана " +
    "питання напишу напишемо надсилаю надішлю повагою щиро якась якийсь хто хтось нічого ніхто понеділок вівторок середу середа четвер пятницю пятниця суботу неділю січня лютого " +
    "березня квітня травня червня липня серпня вересня жовтня листопада грудня крб грн євро " +
    // German
    "aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bitte da damit dann das dass daß dein dem den denn der des deshalb die dies diese " +
    "diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines einmal er es etwas euch euer für ganz gar geben gegen geht gehen gerne gern gibt gut haben hat " +
    "hatte hatten hätte hätten heute hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in ins ist ja jede jeden jeder jetzt kann kein keine keinen kommen kommt " +
    "können könnte könnten man mehr mein meine mit mich mir morgen muss müssen nach nicht nichts noch nun nur ob oder ohne schon sehr sein seine seit sich sie sind so soll sollen " +
    "sollte um und uns unser unsere unseren unter viel viele vielen vom von vor war waren was wegen weil welche wenn wer werde werden wie wieder will wir wird wo wurde wurden würde " +
    "würden zu zum zur zwei danke dank grüße grüßen freundlichen herr frau hallo liebe lieber geehrte geehrter tag tage woche wochen monat jahr uhr montag dienstag mittwoch " +
    "donnerstag freitag januar februar märz mai juni juli oktober dezember ihnen bestellen bleibt machen macht habe drei " +
    // French, Spanish
    "le la les un une des du de et est sont en au aux ce cette ces pour par sur dans avec sans que qui quoi dont ne pas plus je tu il elle nous vous ils elles mon ma mes votre vos " +
    "notre nos leur son sa ses se si ou où mais donc être avoir fait merci bonjour cordialement el los las unos unas y o es son con por para sin no sí más muy su sus mi mis nos lo " +
    "les que como cuando gracias hola saludos"
  ).split(" "),
);
