package example

import java.security.MessageDigest
import java.security.SecureRandom
import java.util.Base64

/**
 * The defence against forms that another site posts here with the cookies of our user.
 *
 * Three checks, each of which would do: cookies are `SameSite=Lax`, so that browsers leave them out
 * of other sites' posts; the browser says by `Origin` where the form came from; and the form holds
 * a random token that only our own pages can read, equal to the one in a cookie. The forms of
 * sign-in have it too: otherwise another site could sign its visitor in as somebody else.
 */
object FormTokens {
    const val FIELD = "form-token"
    private const val COOKIE = "form-token"
    private val random = SecureRandom()

    /** The browser's token for a form of ours. */
    fun tokenFor(request: WebRequest): String = request.cookie(COOKIE) ?: newToken(request)

    private fun newToken(request: WebRequest): String {
        val token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes())
        request.setCookie(COOKIE, token)
        return token
    }

    private fun bytes() = ByteArray(32).also(random::nextBytes)

    fun accepts(request: WebRequest): Boolean {
        val origin = request.header("Origin")
        val kept = request.cookie(COOKIE) ?: return false
        return (origin == null || origin == request.site.toString()) &&
            MessageDigest.isEqual(kept.toByteArray(), request.field(FIELD).toByteArray())
    }
}
