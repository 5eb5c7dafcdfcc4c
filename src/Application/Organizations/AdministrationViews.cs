using AutoMapper;
using ClientChats.Domain.Organizations;

namespace ClientChats.Application.Organizations;

/// <summary>The views of administration that show what is stored as it is stored.</summary>
internal sealed class AdministrationViews : Profile
{
    public AdministrationViews()
    {
        CreateMap<Organization, OrganizationView>();
        CreateMap<AccessToken, TokenView>();

        Guid? own = null;
        CreateMap<Session, SessionView>().ForCtorParam(nameof(SessionView.Current), current => current.MapFrom(session => session.Id == own));
    }
}
