package io.caucus.graphmodel.vocabulary;

/**
 * What happened in an engagement. The channel is what people would call it; the kind is what the actor did.
 */
public enum EngagementKind {
    EMAIL(Channel.EMAIL),
    REPLY(Channel.EMAIL),
    FORWARD(Channel.EMAIL),
    INTRODUCTION(Channel.EMAIL),
    CALL(Channel.CALL),
    MEETING(Channel.MEETING),
    WEBINAR(Channel.EVENT),
    EVENT(Channel.EVENT),
    VISIT(Channel.WEB),
    PRICING_VISIT(Channel.WEB),
    DOWNLOAD(Channel.WEB),
    FORM(Channel.WEB),
    PRODUCT_USE(Channel.PRODUCT),
    CHAT(Channel.CHAT),
    TASK(Channel.INTERNAL),
    NOTE(Channel.INTERNAL);

    /** The way an engagement reached people. */
    public enum Channel {
        EMAIL,
        CALL,
        MEETING,
        EVENT,
        WEB,
        PRODUCT,
        CHAT,
        /** Kept on our own side: nobody at the account took part. */
        INTERNAL
    }

    private final Channel channel;

    EngagementKind(Channel channel) {
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }
}
