package io.caucus.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In each text the word OLD stands only where nothing must be read, and NEW where everything must. */
class NewWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NEW\n\nOn Mon, Mar 2, 2026 at 9:14 AM Pam Beesly wrote:\n> OLD\n> OLD",
                "NEW\n\nOn Mon, Mar 2, 2026 at 9:14 AM Pam Beesly <pam@example.com>\nwrote:\n\nOLD, unquoted\nOLD",
                "NEW\n\nAm 02.03.2026 um 09:14 schrieb Pam Beesly:\nOLD",
                "NEW\r\n\r\nLe lun. 2 mars 2026 à 09:14, Pam Beesly a écrit :\r\n> OLD",
                "NEW\n\nEl lun, 2 mar 2026 a las 9:14, Pam Beesly escribió:\nOLD",
                "NEW\n\nEm seg., 2 de mar. de 2026 às 09:14, Pam Beesly escreveu:\nOLD",
                "NEW\n\n-----Original Message-----\nOLD",
                "NEW\n\n-----Ursprüngliche Nachricht-----\nOLD",
                "NEW\n\nVon: Pam Beesly\nGesendet: Montag, 2. März 2026\nAn: Tom\nBetreff: OLD\n\nOLD",
                "NEW\n\nFrom: Pam Beesly\nSent: Monday\nTo: Tom\n\nOLD",
                "On Mon, Mar 2, 2026 at 9:14 AM Pam Beesly wrote:\n> OLD\n> OLD\n\nNEW below the quote",
                "NEW\n> OLD\nNEW between\n> OLD\nNEW again",
                "NEW\n\nBest regards,\nTom OLD\nOLD Inc.",
                "NEW\n\nMit freundlichen Grüßen\nOLD",
                "NEW\n\nBien cordialement,\nOLD",
                "NEW\n\nUn saludo,\nOLD",
                "NEW\n\nAtenciosamente,\nOLD",
                "NEW\n-- \nOLD",
                "NEW\n\nCheers,\nTom OLD\n\nP.S. NEW after all",
                "NEW\n\nSent from my iPhone OLD",
                "NEW\n\nTo unsubscribe from these OLD mails, click here",
                "NEW\n\nYou are receiving this email because OLD",
                "NEW\n\nUm sich abzumelden OLD, klicken Sie hier",
                "NEW\n\nPour vous désabonner, cliquez ici OLD",
                "NEW\n\nThis e-mail and any attachments are confidential OLD"
            })
    void quotesSignaturesAndFootersAreBlankedAndNothingElse(String text) {
        var left = NewWords.in(text);

        assertThat(left).hasSameSizeAs(text).doesNotContain("OLD");
        assertThat(left.split("NEW", -1)).hasSameSizeAs(text.split("NEW", -1));
        assertThat(left.indexOf("NEW")).isEqualTo(text.indexOf("NEW"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please unsubscribe me from this list.",
                "Thanks,\nwhat does it cost?",
                "From what I see, it fits. Date: to be agreed.",
                "On Monday I wrote to you, see below.",
                "Original message was unclear to me.",
                "Best\npractice is what we look for."
            })
    void ordinarySentencesAreLeftAlone(String text) {
        assertThat(NewWords.in(text)).isEqualTo(text);
    }

    @Test
    void anEmptyTextHasNoNewWords() {
        assertThat(NewWords.in("")).isEmpty();
        assertThat(NewWords.in("> OLD")).isBlank();
    }
}
