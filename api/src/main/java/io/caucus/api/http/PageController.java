package io.caucus.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;

/** The pages; a link deep into the page is the page, which finds its way by the address. */
@Produces(MediaType.ALL)
@Controller
final class PageController {

    private final Pages pages;

    PageController(Pages pages) {
        this.pages = pages;
    }

    @Get(uris = {"/", "/accounts/{+key}"})
    HttpResponse<byte[]> page() {
        return file(pages.index(), MediaType.TEXT_HTML_TYPE);
    }

    @Get("/graphiql")
    HttpResponse<byte[]> queryEditor() {
        return file(pages.queryEditor(), MediaType.TEXT_HTML_TYPE);
    }

    @Get("/graphiql.js")
    HttpResponse<byte[]> queryEditorScript() {
        return file(pages.queryEditorScript(), new MediaType("text/javascript"));
    }

    @Get("/graphiql.css")
    HttpResponse<byte[]> queryEditorStyle() {
        return file(pages.queryEditorStyle(), new MediaType("text/css"));
    }

    @Get("/signin.css")
    HttpResponse<byte[]> signedOutStyle() {
        return file(pages.signedOutStyle(), new MediaType("text/css"));
    }

    /** As a browser must read it, and not kept: a new version of the program shows at once. */
    private static HttpResponse<byte[]> file(byte[] content, MediaType type) {
        return HttpResponse.ok(content)
                .contentType(type + ";charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
