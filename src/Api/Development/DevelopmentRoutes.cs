using ClientChats.Application.Organizations;
using ClientChats.Domain.Organizations;
using ClientChats.Infrastructure.Demo;
using Microsoft.Extensions.Options;

namespace ClientChats.Api.Development;

/// <summary>What helps while developing and trying out, and exists nowhere else.</summary>
internal static class DevelopmentRoutes
{
    public static void MapDevelopment(this IEndpointRouteBuilder api, IHostEnvironment environment, IOptions<ClientChatsOptions> options)
    {
        if (!environment.IsDevelopment() || options.Value.Demo is false) return;
        api.MapGet("/development/sign-ins", () => TypedResults.Ok(new DemoSignIns([.. DemoPeople.All.Select(DemoSignIn.Of)]))).WithSummary("Lists the people of the demo company; in Development only.").AllowAnonymous().WithTags("Development");
    }

    /// <summary>Somebody of the demo company, and how to sign in as him.</summary>
    /// <param name="Email">The e-mail address.</param>
    /// <param name="Password">The password of the demo.</param>
    /// <param name="DisplayName">First and last name.</param>
    /// <param name="Role">The role in the organization.</param>
    /// <param name="Duties">The duties that he holds.</param>
    /// <param name="About">Who it is, in the language of the request.</param>
    internal sealed record DemoSignIn(string Email, string Password, string DisplayName, Role Role, IReadOnlyList<Duty> Duties, string About)
    {
        public static DemoSignIn Of(DemoPerson person)
        {
            var duties = new List<Duty>();
            if (person.IsSupervisor) duties.Add(Duty.Supervisor);
            if (person.IsQualityControl) duties.Add(Duty.QualityControl);
            if (person.ReceivesNewClients) duties.Add(Duty.ReceivesNewClients);
            var about = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? person.About.Russian : person.About.English;
            return new DemoSignIn(person.Email, DemoPeople.Password, person.DisplayName, person.Role, duties, about);
        }
    }

    /// <summary>Everybody of the demo company.</summary>
    /// <param name="Items">Everybody, employees first.</param>
    internal sealed record DemoSignIns(IReadOnlyList<DemoSignIn> Items);
}
