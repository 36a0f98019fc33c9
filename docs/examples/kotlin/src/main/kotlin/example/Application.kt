package example

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import dev.keyway.AuthClient
import dev.keyway.AuthException
import dev.keyway.ErrorCode
import java.io.IOException
import java.net.InetAddress
import java.net.InetSocketAddress
import java.net.URI
import java.util.concurrent.Executors

/**
 * The application: its pages, and what holds for all of them. It listens on this machine only, as a
 * proxy is in front of it.
 *
 * @param auth closed with the application
 * @param listenAt the port, zero for any free one
 * @param called what browsers call it; a port of zero in it becomes the one that was found
 */
class Application(private val auth: AuthClient, listenAt: Int, called: URI) : AutoCloseable {
    private val threads = Executors.newFixedThreadPool(16)
    private val log = System.getLogger("example")
    private val pages = Pages(auth)
    private val server: HttpServer

    /** Where the proxy finds the application. */
    val port: Int
        get() = server.address.port

    /** What browsers call the application. */
    val site: URI

    init {
        require(called.scheme == "https" || called.scheme == "http" && called.host == "localhost") {
            "a site needs https, but on localhost: $called"
        }
        server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), listenAt), 0)
        site = if (called.port == 0) URI.create("http://localhost:$port") else called
        server.createContext("/", ::answer)
        server.executor = threads
        server.start()
    }

    private fun answer(exchange: HttpExchange) {
        try {
            exchange.use {
                val request = WebRequest(exchange, site)
                try {
                    respond(request)
                } catch (e: AuthException) {
                    log.log(System.Logger.Level.INFO, "A call failed", e)
                    val open = request.path == "/code/verify" && status(e) in setOf(400, 401)
                    request.page(status(e), sentence(e), if (open) ANOTHER_CODE else BACK)
                } catch (e: RuntimeException) {
                    log.log(System.Logger.Level.ERROR, "A request failed", e)
                    request.page(500, "This is our mistake.", BACK)
                }
            }
        } catch (e: IOException) {
            log.log(System.Logger.Level.DEBUG, "The browser went away", e)
        }
    }

    private fun respond(request: WebRequest) {
        if (request.method == "POST" && !FormTokens.accepts(request)) {
            request.page(403, "Refused", html("<p>Please open the form again and retry.</p>"))
            return
        }
        when ("${request.method} ${request.path}") {
            "GET /" -> pages.start(request)
            "GET /home" -> pages.home(request)
            "GET /code" -> pages.codeForm(request)
            "POST /sign-up" -> pages.signUp(request)
            "POST /sign-in" -> pages.signIn(request)
            "POST /code/send" -> pages.sendCode(request)
            "POST /code/verify" -> pages.verifyCode(request)
            "POST /sign-out" -> pages.signOut(request)
            else -> request.page(404, "Not found", BACK)
        }
    }

    override fun close() {
        server.stop(0)
        threads.shutdown()
        auth.close()
    }
}

/** What a page of a failure ends with. */
val BACK = html("<p><a href='/'>Start again</a></p>")

/** After a wrong code the attempt goes on. */
private val ANOTHER_CODE = html("<p><a href='/code'>Try another code</a></p>%s", BACK)

private val TOO_MANY =
    setOf(ErrorCode.RATE_LIMITED, ErrorCode.TOO_MANY_ATTEMPTS, ErrorCode.ACCOUNT_LOCKED)

private val WEAK = setOf(ErrorCode.PASSWORD_TOO_WEAK, ErrorCode.PASSWORD_BREACHED)

private fun status(failure: AuthException): Int =
    when {
        failure.code() in TOO_MANY -> 429
        failure.code() in WEAK || failure.code() == ErrorCode.INVALID_ARGUMENT -> 400
        failure.code().kind() == ErrorCode.Kind.EVIDENCE -> 401
        failure.code().kind() == ErrorCode.Kind.ACCOUNT -> 409
        failure.code().kind() == ErrorCode.Kind.SERVICE -> 503
        else -> 500
    }

/** What a person gets to see. The log gets the exception, which holds no secret. */
private fun sentence(failure: AuthException): String =
    when (status(failure)) {
        429 -> "Too many attempts. Please wait a while."
        400 ->
            if (failure.code() in WEAK) "Please choose a better password."
            else "Please check what you typed."
        401 -> "That did not work. Please try again."
        409 ->
            if (failure.code() == ErrorCode.ACCOUNT_ALREADY_EXISTS)
                "There is an account with this address. Please sign in."
            else "Your account does not allow that."
        503 -> "Please try again in a moment."
        else -> "This is our mistake."
    }
