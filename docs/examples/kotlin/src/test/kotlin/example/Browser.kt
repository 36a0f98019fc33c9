package example

import java.net.CookieManager
import java.net.URI
import java.net.URLEncoder
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse
import java.net.http.HttpResponse.BodyHandlers

/** As much of a browser as the tests need: cookies, redirects, and the forms of the last page. */
class Browser(private val site: URI) {
    private val cookies = CookieManager()
    private val http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()

    var last: HttpResponse<String> = send(HttpRequest.newBuilder(site))
        private set

    val path: String
        get() = last.uri().path

    fun open(path: String): Browser {
        last = send(HttpRequest.newBuilder(site.resolve(path)))
        return this
    }

    /** Fills a form of the last page and posts it. */
    fun submit(action: String, vararg fields: Pair<String, String>): Browser {
        val form =
            "<form method='post' action='$action'>" +
                "<input type='hidden' name='form-token' value='"
        check(form in last.body()) { "no form posts to $action: ${last.body()}" }
        val token = last.body().substringAfter(form).substringBefore("'")
        return post(action, site.toString(), "form-token" to token, *fields)
    }

    /** What a page of another origin could make the browser do, if it sent all cookies. */
    fun post(path: String, origin: String, vararg fields: Pair<String, String>): Browser {
        val body =
            fields.joinToString("&") { (name, value) ->
                "$name=${URLEncoder.encode(value, Charsets.UTF_8)}"
            }
        last =
            send(
                HttpRequest.newBuilder(site.resolve(path))
                    .header("Origin", origin)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body))
            )
        return this
    }

    fun cookie(name: String): String? = cookies.cookieStore.cookies.find { it.name == name }?.value

    private fun send(request: HttpRequest.Builder): HttpResponse<String> =
        http.send(request.build(), BodyHandlers.ofString())
}
