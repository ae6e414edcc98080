import Bilingual
import Course

extension Chapter {
  /// What is to be said where it is opened in the other language because there is none in the wanted one.
  public var languageNote: Localized {
    switch language {
    case .zh: Localized(zh: "\(id) 只有中文版：--lang zh", en: "\(id) exists in Chinese only: --lang zh")
    case .en: Localized(zh: "\(id) 只有英文版：--lang en", en: "\(id) exists in English only: --lang en")
    }
  }
}
