package io.caucus.scoring.learn;

import java.util.Locale;

/** What predictions rest on, in plain words: "associated with", never "because". */
public final class PredictionSentences {

    private PredictionSentences() {}

    /** For example {@code source: 'fax' was never seen in training}. */
    public static String of(Deviation deviation) {
        return switch (deviation) {
            case Deviation.Far far ->
                String.format(
                        Locale.ROOT,
                        "%s: %.1f standard deviations %s the training mean",
                        far.column(),
                        Math.abs(far.deviations()),
                        far.deviations() > 0 ? "above" : "below");
            case Deviation.Unseen unseen ->
                "%s: '%s' was never seen in training".formatted(unseen.column(), unseen.value());
            case Deviation.UnseenGap gap -> "%s: missing, which it never was in training".formatted(gap.column());
        };
    }

    /** For example {@code source is web, associated with a higher chance.} */
    public static String of(ColumnShare share) {
        var what = share.value()
                .map(value -> "%s is %s".formatted(share.column(), value))
                .orElseGet(() -> "%s is missing".formatted(share.column()));
        return share.isUnseen()
                ? "%s, which training never saw; to the model that is %s.".formatted(what, association(share.logOdds()))
                : "%s, %s.".formatted(what, association(share.logOdds()));
    }

    /** Of the step that calibration takes. */
    public static String ofCalibration(Breakdown breakdown) {
        return String.format(
                Locale.ROOT,
                "Calibration makes %.1f %% of the model's %.1f %%, by what became of rows told about the same.",
                100 * breakdown.probability(),
                100 * breakdown.uncalibrated());
    }

    public static String ofBase(Breakdown breakdown) {
        return String.format(
                Locale.ROOT,
                "The model starts from %.1f %%, which it expects of the rows it learned from.",
                100 * breakdown.baseProbability());
    }

    private static String association(double logOdds) {
        if (logOdds == 0) {
            return "associated with neither a higher nor a lower chance";
        }
        return logOdds > 0 ? "associated with a higher chance" : "associated with a lower chance";
    }
}
