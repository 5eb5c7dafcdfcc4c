using ClientChats.Application.Bridges;
using ClientChats.Application.Channels;
using ClientChats.Application.Chats;
using ClientChats.Application.Conversations;
using ClientChats.Application.Crm;
using ClientChats.Application.Files;
using ClientChats.Application.Invitations;
using ClientChats.Application.Jobs;
using ClientChats.Application.Kernel;
using ClientChats.Application.Messages;
using ClientChats.Application.Naming;
using ClientChats.Application.Organizations;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace ClientChats.Application;

/// <summary>Registers the use cases: every handler, validator, reaction, worker and job of this assembly, and the pipeline around them.</summary>
public static class ApplicationModule
{
    private static readonly Type[] Shapes = [typeof(IRequestHandler<,>), typeof(IReaction<>), typeof(IDoesWork<>)];

    /// <param name="services">The services of the app.</param>
    /// <param name="autoMapperKey">The licence key of AutoMapper; none where its open licence is kept to.</param>
    public static IServiceCollection AddApplication(this IServiceCollection services, string? autoMapperKey = null)
    {
        services.AddAutoMapper(mapping =>
        {
            mapping.LicenseKey = autoMapperKey;
            mapping.AddMaps(typeof(ApplicationModule).Assembly);
        });
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AudienceBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SavingBehaviour<,>));
        services.AddScoped<IAudiences, Audiences>();
        services.AddScoped<ILiveNotices, LiveNotices>();
        services.AddSingleton<INoticeBoard, NoticeBoard>();
        services.AddScoped<ConversationAccess>();
        services.AddScoped<Deciders>();
        services.AddScoped<ChannelAccess>();
        services.AddScoped<ConventionStore>();
        services.AddScoped<DictionaryStore>();
        services.AddScoped<ManyNames>();
        services.AddSingleton<PreparedChecks>();
        services.AddScoped<Renaming>();
        services.AddScoped<Mirror>();
        services.AddScoped<ContactReader>();
        services.AddScoped<ContactLinks>();
        services.AddScoped<ContactReach>();
        services.AddScoped<ClientAccess>();
        services.AddScoped<ResponsibilityChange>();
        services.AddScoped<HandoverSelection>();
        services.AddScoped<NewMemberCheck>();
        services.AddScoped<ConversationReader>();
        services.AddScoped<AccessQuestion>();
        services.AddScoped<MemberAccess>();
        services.AddScoped<StartSession>();
        services.AddScoped<InvitationAccess>();
        services.AddScoped<UploadRight>();
        services.AddScoped<Uploads>();
        services.AddScoped<Avatars>();
        ValidatorOptions.Global.LanguageManager = new ValidationTexts();
        ValidatorOptions.Global.DefaultRuleLevelCascadeMode = CascadeMode.Stop;

        foreach (var type in typeof(ApplicationModule).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var shape in type.GetInterfaces().Where(i => i.IsGenericType && Shapes.Contains(i.GetGenericTypeDefinition())))
                services.AddScoped(shape, type);

            // Rules are built once: they cost more to build than to ask.
            foreach (var rules in type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IValidator<>)))
                services.AddSingleton(rules, type);
            if (type.IsAssignableTo(typeof(IScheduledJob))) services.AddScoped(typeof(IScheduledJob), type);
        }

        return services;
    }
}
