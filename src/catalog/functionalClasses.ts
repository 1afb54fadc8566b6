/** Functional classes by name without 支出, from 政府收支分类科目: the names of 2024 first, then older ones and variants. */
export const CLASS_NAMES: Readonly<Record<string, readonly string[]>> = {
  201: ['一般公共服务'],
  202: ['外交'],
  203: ['国防'],
  204: ['公共安全'],
  205: ['教育'],
  206: ['科学技术'],
  207: ['文化旅游体育与传媒', '文化体育与传媒'],
  208: ['社会保障和就业', '社会保障与就业'],
  210: ['卫生健康', '医疗卫生与计划生育', '医疗卫生'],
  211: ['节能环保', '环境保护'],
  212: ['城乡社区', '城乡社区事务'],
  213: ['农林水', '农林水事务'],
  214: ['交通运输'],
  215: ['资源勘探工业信息等', '资源勘探信息等', '资源勘探电力信息等', '资源勘探工业信息', '资源勘探信息'],
  216: ['商业服务业等', '商业服务业', '商业服务业等事务'],
  217: ['金融', '金融监管等事务'],
  218: ['地震灾后恢复重建'],
  219: ['援助其他地区'],
  220: ['自然资源海洋气象等', '国土海洋气象等', '国土资源气象等', '自然资源海洋气象', '国土资源气象等事务'],
  221: ['住房保障'],
  222: ['粮油物资储备', '粮油物资储备事务', '粮油物资储备管理事务'],
  223: ['国有资本经营预算'],
  224: ['灾害防治及应急管理'],
  227: ['预备费'],
  228: ['国债还本付息'],
  229: ['其他'],
  230: ['转移性'],
  231: ['债务还本'],
  232: ['债务付息'],
  233: ['债务发行费用'],
  234: ['抗疫特别国债安排的', '抗疫特别国债安排'],
};

const CODE_OF_CLASS: ReadonlyMap<string, string> = new Map(
  Object.entries(CLASS_NAMES).flatMap(([code, names]) => names.map((name): [string, string] => [name, code])),
);

/** The three digit code of a class row (normalised name), or null. */
export const classCode = (name: string): string | null => CODE_OF_CLASS.get(name.replace(/支出$/u, '')) ?? null;
