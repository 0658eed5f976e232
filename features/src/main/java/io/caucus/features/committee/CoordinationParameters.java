package io.caucus.features.committee;

/**
 * @param companyWideShare a mail of ours that reached at least this share of the people employed went to the whole company
 * @param companyWidePeople and at least so many of them
 * @param draws how often the days are drawn at random
 * @param seed with the account's id the seed of these draws
 */
public record CoordinationParameters(double companyWideShare, int companyWidePeople, int draws, long seed) {

    public static final CoordinationParameters DEFAULT = new CoordinationParameters(0.5, 3, 999, 20_261_121);

    public CoordinationParameters {
        if (!(companyWideShare > 0 && companyWideShare <= 1)) {
            throw new IllegalArgumentException(
                    "companyWideShare is %s, must lie in (0, 1]".formatted(companyWideShare));
        }
        if (companyWidePeople < 1) {
            throw new IllegalArgumentException(
                    "companyWidePeople is %d, must be at least 1".formatted(companyWidePeople));
        }
        if (draws < 1) {
            throw new IllegalArgumentException("draws is %d, must be at least 1".formatted(draws));
        }
    }
}
