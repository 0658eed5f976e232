package io.caucus.api.graphql;

/** A field that cannot be answered, in words meant for the one who asked. */
final class RequestFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    RequestFailed(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    static RequestFailed badInput(String message) {
        return new RequestFailed(ErrorCode.BAD_USER_INPUT, message);
    }

    ErrorCode code() {
        return code;
    }
}
