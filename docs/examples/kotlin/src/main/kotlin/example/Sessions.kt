package example

import dev.keyway.AccessToken
import dev.keyway.AuthClient
import dev.keyway.AuthException
import dev.keyway.ErrorCode
import dev.keyway.RenewalToken
import dev.keyway.Session
import dev.keyway.SessionTokens

private const val ACCESS = "access"
private const val RENEWAL = "renewal"

/** The session of a browser, kept in two cookies that scripts can't read. */
class Sessions(private val auth: AuthClient) {

    fun keep(request: WebRequest, tokens: SessionTokens) {
        request.setCookie(ACCESS, tokens.access().reveal())
        request.setCookie(RENEWAL, tokens.renewal().reveal())
    }

    fun drop(request: WebRequest) {
        request.dropCookie(ACCESS)
        request.dropCookie(RENEWAL)
    }

    /** Both tokens as the browser sent them, for calls on the user's behalf. */
    fun tokens(request: WebRequest): SessionTokens? {
        val access = request.cookie(ACCESS) ?: return null
        val renewal = request.cookie(RENEWAL) ?: return null
        return SessionTokens(AccessToken.of(access), RenewalToken.of(renewal))
    }

    /** Whose request this is; renews the access token when it has expired. */
    fun session(request: WebRequest): Session? {
        val tokens = tokens(request) ?: return null
        return try {
            auth.sessions().verify(tokens.access())
        } catch (e: AuthException) {
            if (e.code() == ErrorCode.TOKEN_EXPIRED) renewed(request, tokens) else nobody(e)
        }
    }

    private fun renewed(request: WebRequest, old: SessionTokens): Session? =
        try {
            val tokens = auth.sessions().refresh(old.renewal())
            keep(request, tokens)
            auth.sessions().verify(tokens.access())
        } catch (e: AuthException) {
            nobody(e)
        }

    /** Nobody is signed in with bad tokens; but an outage must not sign everybody out. */
    private fun nobody(e: AuthException): Session? =
        when (e.code().kind()) {
            ErrorCode.Kind.EVIDENCE,
            ErrorCode.Kind.ACCOUNT -> null
            else -> throw e
        }
}
