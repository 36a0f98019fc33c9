package example

import dev.keyway.AuthClient
import dev.keyway.emulator.MessageKind
import dev.keyway.emulator.World
import dev.keyway.emulator.junit.EmulatorExtension
import java.net.URI
import java.time.Duration
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.extension.ExtendWith
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

private const val EMAIL = "alice@example.com"
private const val PASSWORD = "my horse reads maps at noon"

/** The whole application, as a browser sees it, on both providers. */
@ExtendWith(EmulatorExtension::class)
class FlowsTest(private val world: World) {
    private var application: Application? = null

    @AfterEach
    fun stop() {
        application?.close()
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun signUpSignOutAndSignInByPassword(provider: String) {
        val browser = signedUp(provider)
        browser.submit("/sign-out")
        assertEquals("/", browser.path)
        assertEquals("/", browser.open("/home").path)
        browser.submit("/sign-in", "email" to EMAIL, "password" to "not my password at all")
        assertEquals(401, browser.last.statusCode())
        browser.open("/").submit("/sign-in", "email" to EMAIL, "password" to PASSWORD)
        assertAtHome(browser)
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun signInByCode(provider: String) {
        val browser = start(provider)
        browser.submit("/code/send", "email" to EMAIL)
        val code = world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE).code()!!
        browser.submit("/code/verify", "code" to code)
        assertAtHome(browser)
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun aCodeIsTakenInTheBrowserThatAskedForIt(provider: String) {
        start(provider).submit("/code/send", "email" to EMAIL)
        val code = world.outbox().await(EMAIL, MessageKind.ONE_TIME_CODE).code()!!
        val another = Browser(application!!.site).open("/code")
        assertEquals(400, another.submit("/code/verify", "code" to code).last.statusCode())
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun aSessionIsRenewedWhenItsAccessTokenExpires(provider: String) {
        val browser = signedUp(provider)
        val access = browser.cookie("access")
        world.clock().advance(Duration.ofMinutes(20))
        assertAtHome(browser.open("/home"))
        assertNotEquals(access, browser.cookie("access"))
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun aForgedRequestIsRefused(provider: String) {
        val browser = signedUp(provider)
        val own = application!!.site.toString()
        val evil = "https://evil.example"
        val token = "form-token" to browser.cookie("form-token")!!
        assertEquals(403, browser.post("/sign-out", own).last.statusCode())
        assertEquals(403, browser.post("/sign-out", own, "form-token" to "guess").last.statusCode())
        assertEquals(403, browser.post("/sign-out", evil, token).last.statusCode())
        assertEquals(403, browser.post("/sign-out", "null", token).last.statusCode())
        assertAtHome(browser.open("/home"))
        assertEquals("/", browser.post("/sign-out", own, token).path)
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun scriptsCannotReadCookies(provider: String) {
        val cookies = start(provider).last.headers().allValues("Set-Cookie")
        assertEquals(1, cookies.size)
        assertTrue(cookies[0].endsWith("; Path=/; HttpOnly; SameSite=Lax"), cookies[0])
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun whatPeopleTypeIsEscaped(provider: String) {
        val browser = start(provider)
        browser.submit("/sign-up", "email" to "o'neill&co@example.com", "password" to PASSWORD)
        assertTrue("<b>o&#39;neill&amp;co@example.com</b>" in browser.last.body())
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun overHttpOnlyLocalhostIsServed(provider: String) {
        AuthClient.open(configuration(world, provider)).use { auth ->
            assertThrows(IllegalArgumentException::class.java) {
                Application(auth, 0, URI.create("http://shop.example.com"))
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = ["stack-auth", "stytch"])
    fun cookiesAreSecureOverHttps(provider: String) {
        val auth = AuthClient.open(configuration(world, provider))
        Application(auth, 0, URI.create("https://shop.example.com")).use { behindProxy ->
            val proxy = Browser(URI.create("http://localhost:${behindProxy.port}"))
            val cookie = proxy.last.headers().firstValue("Set-Cookie").orElseThrow()
            assertTrue(cookie.startsWith("__Host-form-token="), cookie)
            assertTrue(cookie.endsWith("; Path=/; HttpOnly; SameSite=Lax; Secure"), cookie)
        }
    }

    private fun start(provider: String): Browser {
        val auth =
            AuthClient.builder(configuration(world, provider)).clock(world.clock()).build()
        val started = Application(auth, 0, URI.create("http://localhost:0"))
        application = started
        return Browser(started.site)
    }

    private fun signedUp(provider: String): Browser {
        val browser = start(provider)
        browser.submit("/sign-up", "email" to EMAIL, "password" to PASSWORD)
        assertAtHome(browser)
        return browser
    }

    private fun assertAtHome(browser: Browser) {
        assertEquals("/home", browser.path)
        assertTrue("<b>$EMAIL</b>" in browser.last.body(), browser.last.body())
    }
}
