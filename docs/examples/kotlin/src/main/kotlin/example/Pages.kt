package example

import dev.keyway.AuthClient
import dev.keyway.ChallengeHandle
import dev.keyway.DeliveryOptions
import dev.keyway.EmailAddress
import dev.keyway.OneTimeCode
import dev.keyway.Secret
import dev.keyway.SignInResult

private const val FLOW = "code"

private val EMAIL =
    html("<label>E-mail <input type='email' name='email' autocomplete='email' required></label> ")

private val CODE =
    html(
        "<label>Code <input name='code' inputmode='numeric' autocomplete='one-time-code'" +
            " required></label> <button>Sign in</button>"
    )

/** Sign-up, sign-in by password or by a mailed code, the page behind it, and the way out. */
class Pages(private val auth: AuthClient) {
    private val sessions = Sessions(auth)

    fun start(request: WebRequest) {
        request.page(
            200,
            "Welcome",
            html(
                "<h2>Sign in</h2>%s<h2>Sign in by mail</h2>%s<h2>Sign up</h2>%s",
                request.form("/sign-in", passwordFields("current-password", "Sign in")),
                request.form("/code/send", html("%s<button>Mail me a code</button>", EMAIL)),
                request.form("/sign-up", passwordFields("new-password", "Sign up")),
            ),
        )
    }

    fun signUp(request: WebRequest) =
        finish(request, auth.passwords().signUp(email(request), password(request)))

    fun signIn(request: WebRequest) =
        finish(request, auth.passwords().signIn(email(request), password(request)))

    /** The callback is for Stack Auth, whose mails hold a link beside the code. */
    fun sendCode(request: WebRequest) {
        val options = DeliveryOptions.builder().callback(request.site.resolve("/")).build()
        val challenge = auth.otps().sendEmail(email(request), options)
        request.setCookie(FLOW, challenge.handle().reveal())
        request.redirect("/code")
    }

    fun codeForm(request: WebRequest) =
        request.page(
            200,
            "Please type the code that we mailed you",
            request.form("/code/verify", CODE),
        )

    /** The cookie binds the code to the browser that asked for it. */
    fun verifyCode(request: WebRequest) {
        val handle = request.cookie(FLOW)?.let(ChallengeHandle::of)
        if (handle == null) {
            request.page(400, "Please begin in this browser", BACK)
            return
        }
        val result = auth.otps().verify(handle, OneTimeCode.of(request.field("code")))
        request.dropCookie(FLOW)
        finish(request, result)
    }

    fun home(request: WebRequest) {
        val user = sessions.session(request)?.let { auth.users().find(it.userId()).orElse(null) }
        if (user == null) {
            request.redirect("/")
            return
        }
        val name = user.primaryEmail().map { it.address().value() }.orElse(user.id().value())
        request.page(
            200,
            "Home",
            html(
                "<p>You are signed in as <b>%s</b>.</p>%s",
                name,
                request.form("/sign-out", html("<button>Sign out</button>")),
            ),
        )
    }

    fun signOut(request: WebRequest) {
        sessions.tokens(request)?.let(auth.sessions()::signOut)
        sessions.drop(request)
        request.redirect("/")
    }

    /** Where every way of signing in ends. */
    private fun finish(request: WebRequest, result: SignInResult) {
        when (result) {
            is SignInResult.SignedIn -> {
                sessions.keep(request, result.tokens())
                request.redirect("/home")
            }
            // The example in docs/examples/jdk-server asks for a second factor.
            else -> request.page(403, "Please sign in another way", BACK)
        }
    }
}

private fun passwordFields(autocomplete: String, button: String): Html =
    html(
        "%s<label>Password <input type='password' name='password' autocomplete='%s' required>" +
            "</label> <button>%s</button>",
        EMAIL,
        autocomplete,
        button,
    )

private fun email(request: WebRequest): EmailAddress = EmailAddress.of(request.field("email"))

private fun password(request: WebRequest): Secret = Secret.of(request.field("password"))
