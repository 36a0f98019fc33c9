package example

import com.sun.net.httpserver.HttpExchange
import java.net.URI
import java.net.URLDecoder

private const val MAX_FORM = 64 * 1024
private const val POLICY =
    "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** A browser's request, and the response to it. */
class WebRequest(private val exchange: HttpExchange, val site: URI) {
    val method: String = exchange.requestMethod
    val path: String = exchange.requestURI.path
    private val form = pairs(readForm(), "&").mapValues { decoded(it.value) }
    private val cookies =
        pairs(exchange.requestHeaders["Cookie"].orEmpty().joinToString("; "), ";").toMutableMap()

    /** Left out only for http on localhost, which is what a developer's browser sees. */
    private val secure = if (site.scheme == "https") "; Secure" else ""

    /** With this prefix a browser takes the cookie from this host only, not from a neighbour. */
    private val prefix = if (secure.isEmpty()) "" else "__Host-"

    fun header(name: String): String? = exchange.requestHeaders.getFirst(name)

    /** A field of the form, empty where it was not sent. */
    fun field(name: String): String = form[name].orEmpty()

    fun cookie(name: String): String? = cookies[prefix + name]?.ifEmpty { null }

    fun setCookie(name: String, value: String) = addCookie(name, value, "")

    fun dropCookie(name: String) = addCookie(name, "", "; Max-Age=0")

    private fun addCookie(name: String, value: String, more: String) {
        cookies[prefix + name] = value
        exchange.responseHeaders.add(
            "Set-Cookie",
            "$prefix$name=$value; Path=/; HttpOnly; SameSite=Lax$secure$more",
        )
    }

    /** A form that posts to a path of ours. */
    fun form(path: String, fields: Html): Html =
        html(
            "<form method='post' action='%s'><input type='hidden' name='%s' value='%s'>%s</form>",
            path,
            FormTokens.FIELD,
            FormTokens.tokenFor(this),
            fields,
        )

    fun page(status: Int, title: String, body: Html) {
        val page =
            html(
                "<!doctype html><html lang='en'><meta charset='utf-8'>" +
                    "<meta name='viewport' content='width=device-width'>" +
                    "<title>%s</title><h1>%s</h1>%s</html>",
                title,
                title,
                body,
            )
        val bytes = page.markup.toByteArray()
        exchange.responseHeaders.set("Content-Type", "text/html; charset=utf-8")
        respond(status, bytes.size.toLong())
        exchange.responseBody.write(bytes)
    }

    fun redirect(path: String) {
        exchange.responseHeaders.set("Location", site.resolve(path).toString())
        respond(303, -1)
    }

    private fun respond(status: Int, length: Long) {
        exchange.responseHeaders.set("Cache-Control", "no-store")
        exchange.responseHeaders.set("Content-Security-Policy", POLICY)
        exchange.responseHeaders.set("X-Content-Type-Options", "nosniff")
        // With "no-referrer" browsers would send "Origin: null".
        exchange.responseHeaders.set("Referrer-Policy", "same-origin")
        exchange.sendResponseHeaders(status, length)
    }

    private fun readForm() = exchange.requestBody.readNBytes(MAX_FORM).decodeToString()
}

/** Names and values; of two with one name the first counts. */
private fun pairs(text: String, separator: String): Map<String, String> =
    text.split(separator)
        .filter { '=' in it }
        .reversed()
        .associate { it.substringBefore('=').trim() to it.substringAfter('=').trim() }

/** A malformed escape is no reason to fail: the field is empty then. */
private fun decoded(text: String): String =
    try {
        URLDecoder.decode(text, Charsets.UTF_8)
    } catch (_: IllegalArgumentException) {
        ""
    }
