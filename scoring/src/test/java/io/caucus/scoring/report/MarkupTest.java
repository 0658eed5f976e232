package io.caucus.scoring.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onload=\"alert(1)",
                "' onload='alert(1)",
                "]]>",
                "&lt;b&gt; &amp; &#60;",
                "<!-- -->",
                "</style></title>",
                "Ünïcödé 株式会社 🦜"
            })
    void whateverATextSaysItIsReadBackAsText(String text) {
        var page = new Markup().leaf("p", text, "title", text).finish();

        var read = Parsed.of(page).getDocumentElement();
        assertThat(read.getTagName()).isEqualTo("p");
        assertThat(read.getTextContent()).isEqualTo(text);
        assertThat(read.getAttribute("title")).isEqualTo(text);
        assertThat(page).doesNotContain("<script").doesNotContain("<b>");
    }

    @Test
    void whatNoDocumentMayHoldIsReplaced() {
        var page = new Markup()
                .leaf("p", "a\u0000b\u001bc\u0085d\ud800e\uffff", "title", "\u0007")
                .finish();

        var read = Parsed.of(page).getDocumentElement();
        assertThat(read.getTextContent()).isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffd");
        assertThat(read.getAttribute("title")).isEqualTo("\ufffd");
    }

    @Test
    void whatIsLeftOpenIsClosed() {
        assertThat(new Markup().open("div").open("p").text("x").finish())
                .isEqualTo("<!DOCTYPE html>\n<div><p>x</p></div>\n");
    }
}
