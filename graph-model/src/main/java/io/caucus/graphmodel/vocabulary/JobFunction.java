package io.caucus.graphmodel.vocabulary;

/** What a person does at an employer. UNKNOWN is neutral, never a penalty. */
public enum JobFunction {
    GENERAL_MANAGEMENT,
    ENGINEERING,
    INFORMATION_TECHNOLOGY,
    SECURITY,
    DATA,
    PRODUCT,
    OPERATIONS,
    FINANCE,
    PROCUREMENT,
    LEGAL,
    HUMAN_RESOURCES,
    MARKETING,
    SALES,
    CUSTOMER_SUPPORT,
    UNKNOWN;

    public boolean isTechnical() {
        return switch (this) {
            case ENGINEERING, INFORMATION_TECHNOLOGY, SECURITY, DATA, PRODUCT -> true;
            case GENERAL_MANAGEMENT,
                    OPERATIONS,
                    FINANCE,
                    PROCUREMENT,
                    LEGAL,
                    HUMAN_RESOURCES,
                    MARKETING,
                    SALES,
                    CUSTOMER_SUPPORT,
                    UNKNOWN -> false;
        };
    }
}
