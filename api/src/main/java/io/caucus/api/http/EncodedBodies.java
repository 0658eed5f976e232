package io.caucus.api.http;

import io.caucus.api.graphql.ErrorCode;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Compressed requests are refused, since a small one can grow without end. The framework would inflate them before any filter
 * sees them; so the header is renamed as it comes in, the body stays as it is, and a filter refuses what carries the mark.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(EncodedBodies.AFTER_ACCESS)
final class EncodedBodies {

    static final int AFTER_ACCESS = 100;

    private static final String MARK = "X-Caucus-Encoded-Body";

    @RequestFilter
    @Nullable
    HttpResponse<?> refuse(HttpRequest<?> request) {
        return request.getHeaders().contains(MARK)
                ? Refusals.of(
                        request,
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        ErrorCode.BAD_USER_INPUT,
                        "A request must be sent as it is, without Content-Encoding.")
                : null;
    }

    /** Puts the marking handler into every connection, before whatever would inflate. */
    @Singleton
    static final class Marking implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

        @Override
        public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
            event.getBean().register(new OnEachConnection(null));
            return event.getBean();
        }
    }

    private record OnEachConnection(@Nullable Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return new OnEachConnection(channel);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel != null) {
                channel.pipeline()
                        .addAfter(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "caucus-encoded", new Marker());
            }
        }
    }

    private static final class Marker extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof io.netty.handler.codec.http.HttpRequest request
                    && request.headers().contains(HttpHeaderNames.CONTENT_ENCODING)) {
                request.headers().remove(HttpHeaderNames.CONTENT_ENCODING);
                request.headers().set(MARK, "true");
            }
            context.fireChannelRead(message);
        }
    }
}
