import Bilingual

/// The examinations that chapters and questions prepare for.
public enum Exam: String, CaseIterable, Hashable, Sendable {
  case ccna
  case h3cne
  /// 软考网络工程师.
  case networkEngineer = "ruankao-ne"
  /// 软考网络规划设计师.
  case networkPlanner = "ruankao-np"
  /// 软考网络管理员.
  case networkAdministrator = "ruankao-na"
  /// 考研 408, the national entrance examination for graduate studies in computing.
  case graduateEntrance = "kaoyan-408"

  public var name: Localized {
    switch self {
    case .ccna: Localized(zh: "CCNA", en: "CCNA")
    case .h3cne: Localized(zh: "H3CNE", en: "H3CNE")
    case .networkEngineer: Localized(zh: "软考网络工程师", en: "Ruankao Network Engineer")
    case .networkPlanner: Localized(zh: "软考网络规划设计师", en: "Ruankao Network Planner")
    case .networkAdministrator: Localized(zh: "软考网络管理员", en: "Ruankao Network Administrator")
    case .graduateEntrance: Localized(zh: "考研 408", en: "Kaoyan 408")
    }
  }
}
