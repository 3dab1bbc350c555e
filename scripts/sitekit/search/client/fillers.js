// Words that make a question of what is looked for: a page that lacks them may be the answer all the same.

const FILLERS = {
  en: "a an and are at be by can did do does for from get had has have how i in is it like me my near of on or our the there this to was we what when where which who why will with you your",
  vi: "ở đâu là gì nào có không thế như mấy bao nhiêu khi cho và của các những được cùng với từ thì mà về đi ra sao o la gi nao co khong va cho khi nhu duoc cung voi",
  lo: "ແນວໃດ ຢູ່ໃສ ຫຍັງແດ່ ມີຫຍັງ ຫຍັງ ເທົ່າໃດ ປານໃດ ໃສແດ່ ບໍ່ ແລະ ຂອງ ຈັກມື້",
  zh: "怎么样 怎么 怎样 有什么 为什么 什么 哪里 哪些 哪儿 如何 多少 是否 可以 需要 吗 呢 的",
};

function fillersOf(lang) {
  const words = (FILLERS[lang] ?? "").split(" ");
  if (!UNSPACED.test(FILLERS[lang] ?? "")) return { words: new Set(words.map(writtenWord)), inside: null };
  // the longest first; in a run they are cut out
  return { words: new Set(), inside: new RegExp(words.map(fold).sort((one, other) => other.length - one.length).join("|"), "u") };
}
