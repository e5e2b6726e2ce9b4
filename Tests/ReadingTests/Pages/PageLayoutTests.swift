import Diplomacy
import Testing

@testable import Reading

@Suite("Articles in the layouts of sites")
struct PageLayoutTests {
    @Test("the paragraphs, all of them and nothing else", arguments: SamplePage.plain, SampleArticle.all)
    func plain(layout: SamplePage.Layout, article: SampleArticle) {
        expect(layout, article)
    }

    @Test("what stands beside is left out", arguments: SamplePage.besides, SampleArticle.all)
    func besides(layout: SamplePage.Layout, article: SampleArticle) {
        expect(layout, article)
    }

    private func expect(_ layout: SamplePage.Layout, _ article: SampleArticle) {
        let page = SamplePage.around(article, layout.main(article))
        let intake = SamplePage.read(page)
        #expect(intake.document.text == article.text)
        #expect(intake.document.title == article.title)
        #expect(intake.diagnostics == [])
        // nothing is left to chance
        #expect(SamplePage.read(page).document.text == intake.document.text)
    }
}
