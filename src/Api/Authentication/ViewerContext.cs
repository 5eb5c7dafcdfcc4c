using ClientChats.Application.Kernel;
using ClientChats.Application.Organizations;
using ClientChats.Domain.Kernel;

namespace ClientChats.Api.Authentication;

/// <summary>The viewer of the running request; nobody where work runs without one.</summary>
internal sealed class ViewerContext(IHttpContextAccessor http) : IViewerContext
{
    private const int LongestUserAgent = 400;

    private SignIn? _actingFor;

    public Viewer Viewer => ViewerOrNull ?? throw new RefusedException(SessionRefusals.SignedOut);

    public Viewer? ViewerOrNull => SignIn?.Viewer;

    public Guid? SessionId => SignIn is { IsSession: true } session ? session.Id : null;

    public string UserAgent
    {
        get
        {
            var text = http.HttpContext?.Request.Headers.UserAgent.ToString() ?? "";
            var clean = new string([.. text.Where(c => !char.IsControl(c))]);
            return clean.Length <= LongestUserAgent ? clean : clean[..LongestUserAgent];
        }
    }

    /// <summary>Lets the rest of this scope act for somebody who signed in elsewhere, such as on a live connection.</summary>
    public void ActFor(SignIn signIn) => _actingFor = signIn;

    private SignIn? SignIn => _actingFor ?? http.HttpContext?.Features.Get<SignIn>();
}
