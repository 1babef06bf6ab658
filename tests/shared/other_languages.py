"""Two texts each on one subject, claim by claim, in languages other than English.

The first eight claims of both say the same in other words, in this order; the others say what the other text does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

SAME = 8
"""So many claims of both texts say the same."""


class Texts(NamedTuple):
    """The claims of two texts, a question that the sixth claim of the second answers, and a source.

    Attributes:
        uncovered: A sentence of the source that no cue touches; it answers the question.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    question: str
    yes: str
    no: str
    source: str = ""
    uncovered: str = ""


LANGUAGES: Mapping[str, Texts] = {
    "ko": Texts(
        first=(
            "시는 강변을 따라 전차를 건설해야 한다",
            "전차 건설에는 시가 감당할 수 없는 비용이 든다",
            "버스는 출근 시간에 너무 혼잡하다",
            "전차는 밤에도 소음이 거의 없다",
            "자동차가 줄어들면 공기가 깨끗해진다",
            "상인들은 공사 기간 동안 손님을 잃는다",
            "시민 대다수가 전차를 원한다",
            "시의회는 주민의 의견을 듣지 않았다",
            "독일의 여러 도시가 전차를 다시 도입했다",
            "운전기사를 구하기가 어렵다",
            "지하철은 이미 낡았다",
            "자전거 도로가 모자란다",
        ),
        second=(
            "강변의 전차 노선은 시에서 반드시 건설해야 할 사업이다",
            "시의 재정으로는 전차의 건설 비용을 감당하지 못한다",
            "출근하는 사람들로 버스가 지나치게 혼잡해진다",
            "밤에 다니는 전차는 소음을 내지 않는다",
            "자동차를 줄여야 도시의 공기가 깨끗해질 수 있다",
            "공사를 하는 동안 상인들의 손님이 줄어 손해를 본다",
            "대다수 시민은 전차가 생기기를 바란다",
            "주민들의 의견은 시의회에서 무시되었다",
            "세금이 내년에 오른다",
            "공원에 나무를 더 심어야 한다",
            "학교 급식의 질이 나빠졌다",
            "관광객이 해마다 늘고 있다",
        ),
        question="시는 전차를 건설해야 하는가?",
        yes="전차를 건설해야 한다",
        no="전차를 건설하지 말아야 한다",
        source=(
            "도서관은 주말에 문을 닫는다. 우리 시는 늦어도 내년까지 전차를 건설해야 한다고 나는 생각한다."
            " 축제는 오월에 열린다."
        ),
        uncovered="우리 시는 늦어도 내년까지 전차를 건설해야 한다고 나는 생각한다.",
    ),
    "ru": Texts(
        first=(
            "Город должен построить трамвайную линию вдоль реки",
            "Строительство трамвая обойдётся городу слишком дорого",
            "Автобусы по утрам переполнены",
            "Трамвай почти не шумит ночью",
            "Чем меньше машин, тем чище воздух",
            "Торговцы потеряют покупателей во время стройки",
            "Большинство жителей поддерживает трамвай",
            "Городской совет не выслушал мнение жителей",
            "Многие немецкие города вернули трамваи на улицы",
            "Водителей найти трудно",
            "Метро давно устарело",
            "Велосипедных дорожек не хватает",
        ),
        second=(
            "Вдоль реки городу следует построить линию трамвая",
            "Трамвайное строительство слишком дорого для городского бюджета",
            "Утренние автобусы всегда переполнены людьми",
            "Ночью от трамваев почти нет шума",
            "Воздух станет чище, когда машин будет меньше",
            "Пока идёт стройка, покупатели перестанут ходить к торговцам",
            "Трамвай поддержали почти все жители города",
            "Мнения жителей совет города не стал слушать",
            "Налоги в следующем году вырастут",
            "В парках нужно сажать больше деревьев",
            "Школьные обеды стали хуже",
            "Туристов каждый год становится больше",
        ),
        question="Должен ли город построить трамвай?",
        yes="Трамвай нужно построить",
        no="Трамвай строить не нужно",
        source=(
            "Библиотека по выходным закрыта. Я убеждена, что городу нужно построить трамвай ещё до выборов."
            " Праздник проходит в мае."
        ),
        uncovered="Я убеждена, что городу нужно построить трамвай ещё до выборов.",
    ),
    "ar": Texts(
        first=(
            "يجب على المدينة أن تبني خط الترام على ضفة النهر",
            "بناء الترام يكلف المدينة أكثر مما تستطيع دفعه",
            "الحافلات مزدحمة جدا في الصباح",
            "الترام لا يحدث ضجيجا في الليل",
            "يصبح الهواء أنظف عندما تقل السيارات",
            "يخسر التجار زبائنهم خلال أعمال الحفر",
            "معظم السكان يؤيدون الترام",
            "لم يستمع مجلس المدينة إلى آراء السكان",
            "أعادت مدن ألمانية كثيرة الترام إلى شوارعها",
            "من الصعب العثور على سائقين",
            "المترو قديم منذ زمن طويل",
            "لا توجد مسارات كافية للدراجات",
        ),
        second=(
            "على ضفاف النهر ينبغي للمدينة بناء خط للترام",
            "تكلفة بناء الترام لا تستطيع المدينة دفعها",
            "في الصباح تكون كل الحافلات مزدحمة",
            "ليلا لا يصدر عن الترام أي ضجيج",
            "كلما قلت السيارات صار الهواء نظيفا",
            "أثناء الحفر لن يأتي الزبائن إلى التجار",
            "يحظى الترام بتأييد معظم سكان المدينة",
            "تجاهل المجلس آراء السكان ولم يستمع إليها",
            "سترتفع الضرائب في العام القادم",
            "ينبغي زراعة مزيد من الأشجار في الحدائق",
            "ساءت وجبات المدارس",
            "يزداد عدد السياح كل سنة",
        ),
        question="هل يجب على المدينة أن تبني الترام؟",
        yes="يجب بناء الترام",
        no="لا يجب بناء الترام",
        source="المكتبة مغلقة يوم الجمعة. أعتقد أن على المدينة أن تبني الترام قبل الانتخابات. يقام المهرجان في مايو.",
        uncovered="أعتقد أن على المدينة أن تبني الترام قبل الانتخابات.",
    ),
    "de": Texts(
        first=(
            "Die Stadt sollte eine Straßenbahn am Fluss bauen",
            "Der Bau der Straßenbahn kostet die Stadt mehr, als sie bezahlen kann",
            "Die Busse sind morgens überfüllt",
            "Straßenbahnen machen nachts kaum Lärm",
            "Mit weniger Autos wird die Luft sauberer",
            "Den Händlern fehlen während der Bauarbeiten die Kunden",
            "Die meisten Einwohner wünschen sich eine Straßenbahn",
            "Der Stadtrat hat die Meinung der Anwohner nicht angehört",
            "Viele französische Städte haben die Straßenbahn zurückgeholt",
            "Fahrer sind schwer zu finden",
            "Die U-Bahn ist seit langem veraltet",
            "Es fehlen Radwege",
        ),
        second=(
            "Am Flussufer muss die Stadt endlich eine Straßenbahnlinie bauen",
            "Die Baukosten einer Straßenbahn kann die Stadt nicht bezahlen",
            "Jeden Morgen sind überfüllte Busse unterwegs",
            "In der Nacht hört man von der Straßenbahn keinen Lärm",
            "Saubere Luft gibt es nur, wenn weniger Autos fahren",
            "Während gebaut wird, kommen keine Kunden zu den Händlern",
            "Eine Straßenbahn ist der Wunsch der meisten Einwohnerinnen",
            "Die Anwohner wurden vom Stadtrat nicht nach ihrer Meinung gefragt",
            "Die Steuern steigen im nächsten Jahr",
            "In den Parks sollten mehr Bäume gepflanzt werden",
            "Das Essen an den Schulen ist schlechter geworden",
            "Jedes Jahr kommen mehr Touristen",
        ),
        question="Soll die Stadt eine Straßenbahn bauen?",
        yes="Die Straßenbahn soll gebaut werden",
        no="Die Straßenbahn soll nicht gebaut werden",
        source=(
            "Die Bücherei ist am Wochenende geschlossen. Ich meine, dass die Stadt noch vor der Wahl eine Straßenbahn"
            " bauen soll. Das Fest findet im Mai statt."
        ),
        uncovered="Ich meine, dass die Stadt noch vor der Wahl eine Straßenbahn bauen soll.",
    ),
    "zh": Texts(
        first=(
            "城市应该沿河修建有轨电车",
            "修建电车的费用超出了城市的承受能力",
            "早高峰的公共汽车太拥挤",
            "电车在夜里几乎没有噪音",
            "汽车减少以后空气会更清洁",
            "施工期间商户会失去顾客",
            "大多数居民支持电车",
            "市议会没有听取居民的意见",
            "许多德国城市重新启用了电车",
            "司机很难招到",
            "地铁早已陈旧",
            "自行车道不够",
        ),
        second=(
            "沿着河边修建电车是城市应该做的事",
            "城市承受不了电车的修建费用",
            "公共汽车在早上总是拥挤不堪",
            "夜里听不到电车的噪音",
            "要使空气清洁，就必须减少汽车",
            "商户的顾客在施工时不会再来",
            "支持电车的居民占大多数",
            "居民的意见被市议会忽视了",
            "明年税收会上涨",
            "公园里应当多种树",
            "学校的午餐变差了",
            "游客每年都在增加",
        ),
        question="城市应该修建电车吗？",
        yes="应该修建电车",
        no="不应该修建电车",
        source="图书馆周末不开门。我认为城市应该在选举之前修建电车。节日在五月举行。",
        uncovered="我认为城市应该在选举之前修建电车。",
    ),
    "ja": Texts(
        first=(
            "市は川沿いに路面電車を建設すべきだ",
            "路面電車の建設費は市が負担できない額になる",
            "朝のバスは混雑しすぎている",
            "路面電車は夜でも騒音がほとんどない",
            "自動車が減れば空気はきれいになる",
            "工事の間は商店の客が減る",
            "市民の大多数が路面電車を望んでいる",
            "市議会は住民の意見を聞かなかった",
            "ドイツでは多くの都市が電車を復活させた",
            "運転手を見つけるのは難しい",
            "地下鉄はとうに古くなった",
            "自転車の道が足りない",
        ),
        second=(
            "川に沿って路面電車の建設を市が進めるべきである",
            "市には路面電車の建設費を負担する力がない",
            "バスは毎朝ひどく混雑している",
            "夜の路面電車から騒音は聞こえない",
            "空気をきれいにするには自動車を減らすしかない",
            "商店に来る客は工事のせいで減ってしまう",
            "路面電車を望む市民が大多数である",
            "住民の意見は市議会に無視された",
            "税金は来年上がる",
            "公園にもっと木を植えるべきだ",
            "学校の給食がまずくなった",
            "観光客は年々増えている",
        ),
        question="市は路面電車を建設すべきか？",
        yes="路面電車を建設すべきだ",
        no="路面電車を建設すべきではない",
        source="図書館は週末に閉まる。市は選挙の前に路面電車を建設すべきだと私は考える。祭りは五月に行われる。",
        uncovered="市は選挙の前に路面電車を建設すべきだと私は考える。",
    ),
    "hi": Texts(
        first=(
            "शहर को नदी के किनारे ट्राम बनानी चाहिए",
            "ट्राम बनाने का खर्च शहर नहीं उठा सकता",
            "सुबह की बसों में बहुत भीड़ होती है",
            "ट्राम रात में लगभग शोर नहीं करती",
            "गाड़ियाँ कम होंगी तो हवा साफ़ होगी",
            "निर्माण के दौरान दुकानदारों के ग्राहक घट जाएँगे",
            "अधिकतर निवासी ट्राम का समर्थन करते हैं",
            "नगर परिषद ने निवासियों की राय नहीं सुनी",
            "जर्मनी के कई शहर ट्राम वापस लाए हैं",
            "चालक मिलना कठिन है",
            "मेट्रो बहुत पुरानी हो चुकी है",
            "साइकिल के रास्ते कम हैं",
        ),
        second=(
            "नदी किनारे ट्राम बनाना शहर का काम होना चाहिए",
            "शहर के पास ट्राम का खर्च उठाने के पैसे नहीं हैं",
            "बसें हर सुबह भीड़ से भरी रहती हैं",
            "रात को ट्राम का शोर सुनाई नहीं देता",
            "साफ़ हवा के लिए गाड़ियों को कम करना होगा",
            "दुकानदारों के पास निर्माण के समय ग्राहक नहीं आएँगे",
            "ट्राम को अधिकतर निवासियों का समर्थन मिला है",
            "निवासियों की राय को परिषद ने अनसुना किया",
            "अगले साल कर बढ़ेंगे",
            "बागों में और पेड़ लगाने चाहिए",
            "विद्यालय का भोजन ख़राब हो गया है",
            "पर्यटक हर वर्ष बढ़ रहे हैं",
        ),
        question="क्या शहर को ट्राम बनानी चाहिए?",
        yes="ट्राम बनानी चाहिए",
        no="ट्राम नहीं बनानी चाहिए",
        source="पुस्तकालय रविवार को बंद रहता है। मेरी राय में शहर को चुनाव से पहले ट्राम बनानी चाहिए। मेला मई में लगता है।",
        uncovered="मेरी राय में शहर को चुनाव से पहले ट्राम बनानी चाहिए।",
    ),
}


def hits(best: Mapping[int, int]) -> int:
    """How many claims of the first text that the second one says in other words have that one as the best found."""
    return sum(best.get(number) == number for number in range(SAME))


def files(language: str) -> dict[str, str]:
    """Both texts as a project, of which the first answers the question and the second is silent."""
    texts = LANGUAGES[language]
    first = [f"claims c{number}: {text}.\n" for number, text in enumerate(texts.first)]
    second = [f"claims c{number}: {text}.\n" for number, text in enumerate(texts.second)]
    first.insert(1, "  answers trams: yes\n")
    return {
        "arguments/issues.argmap": (
            f"issue trams: {texts.question}\n  position yes: {texts.yes}\n  position no: {texts.no}\n"
        ),
        "arguments/one.argmap": f"document one: One\n  author ada: Ada Able\n\n{''.join(first)}",
        "arguments/two.argmap": f"document two: Two\n  author bea: Bea Bold\n  source: two.txt\n\n{''.join(second)}",
    }
