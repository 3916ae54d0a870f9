// What the generated register speaks of. Names are composed of parts none of which begins another, so that no two of
// them look alike by accident.

const PLACE_STARTS =
  'Alder Ash Barn Beck Birch Black Bram Brook Burn Carl Chal Cole Cran Dal Dun East Elm Fen Fern Gart Glen Hale Hart Hazel Hedge Holm Kel Kirk Lang Lea Lin Mar Mill Nether Oak Pen Quarn Rad Raven Rush Sel Sher Stan Thorn Under Wal Wend Whit Win Yar'
const PLACE_ENDS =
  'bury by combe cote dale field ford gate ham hurst ley mere minster mouth port stead thorpe ton wick worth'

/** A thousand invented towns. */
export const PLACES = PLACE_STARTS.split(' ').flatMap((start) => PLACE_ENDS.split(' ').map((end) => start + end))

/** What partnerships are about: name, a shorter one that people say, and for whom. */
export const SERVICES = [
  ['Stroke Rehabilitation Partnership', 'Stroke Rehab', 'people after a stroke'],
  ['Falls Prevention Service', 'Steady Feet', 'older people at risk of falling'],
  ['Crisis House', 'Safe Haven', 'adults in a mental health crisis'],
  ['Memory Clinic', 'Memory Team', 'people with dementia and their carers'],
  ['Perinatal Mental Health Network', 'Perinatal Net', 'parents before and after birth'],
  ['Learning Disability Alliance', 'LD Alliance', 'adults with a learning disability'],
  ['Hospital Discharge Hub', 'Home First', 'people who leave hospital'],
  ['Reablement at Home', 'Reablement', 'people who regain their independence'],
  ['Community Diagnostics Centre', 'Diagnostics', 'people who wait for a scan'],
  ['Eating Disorders Pathway', 'ED Pathway', 'young people with an eating disorder'],
  ['Substance Misuse Recovery Programme', 'Turning Tide', 'people who recover from addiction'],
  ['Social Prescribing Scheme', 'Link Workers', 'patients of the practices'],
  ['Carers Wellbeing Project', 'Carers Breaks', 'unpaid carers'],
  ['Wheelchair and Equipment Store', 'Equipment Loans', 'people who need equipment at home'],
  ['Speech and Language Collaborative', 'Talking Together', 'children with communication needs'],
  ['School Nursing Agreement', 'School Nurses', 'pupils and their families'],
  ['Health Visiting Programme', 'First Steps', 'families with small children'],
  ['Youth Justice Liaison', 'Liaison Youth', 'young people in contact with the police'],
  ['Street Triage', 'Night Triage', 'people met by the police in distress'],
  ['Housing First Initiative', 'Front Door', 'rough sleepers'],
  ['Dental Access Pilot', 'Smile Bus', 'people without a dentist'],
  ['Pulmonary Rehabilitation Course', 'Breathe Easy', 'people with lung disease'],
  ['Cardiac Rehabilitation Course', 'Heartbeat', 'people after a heart attack'],
  ['Diabetes Education Group', 'Sugar Smart', 'people with diabetes'],
  ['Podiatry Hub', 'Foot Care', 'people at risk of ulcers'],
  ['Palliative Care Rapid Response', 'Hospice at Home', 'people near the end of life'],
  ['Bereavement Counselling', 'Listening Ear', 'people who have lost someone'],
  ['Veterans Support Circle', 'Op Harbour', 'former members of the forces'],
  ['Refugee Health Team', 'Welcome Health', 'people who seek asylum'],
  ['Sexual Health Outreach', 'Clinic on Wheels', 'young adults'],
  ['Tissue Viability Exchange', 'Skin Matters', 'nurses in care homes'],
  ['Continence Advisory Board', 'Pelvic Health', 'people with continence needs'],
  ['Care Home Support Team', 'Home Rounds', 'residents of care homes'],
  ['Virtual Ward', 'Hospital at Home', 'people who can be treated at home'],
  ['Shared Care Record', 'One Record', 'clinicians of all partners'],
  ['Joint Training Academy', 'Skills Academy', 'staff of all partners'],
  ['Research Consortium', 'Trials Unit', 'researchers and participants'],
  ['Estates Sharing Agreement', 'Shared Sites', 'teams that share buildings'],
  ['Interpreting and Translation Contract', 'Interpreters', 'people who speak little English'],
  ['Medicines Supply Arrangement', 'Pharmacy Link', 'patients at discharge'],
]

/** Kinds of organisation and how one of a place is called. */
export const ORGANISATIONS = [
  ['council', (place) => `${place} Council`],
  ['third-sector', (place) => `${place} Carers Support`],
  ['nhs-trust', (place) => `${place} Hospitals NHS Trust`],
  ['company', (place) => `${place} Homecare Limited`],
  ['third-sector', (place) => `${place} Recovery College`],
  ['icb', (place) => `${place} Integrated Care Board`],
  ['federation', (place) => `${place} GP Federation`],
  ['third-sector', (place) => `${place} Hospice`],
  ['housing-association', (place) => `${place} Homes`],
  ['university', (place) => `University of ${place}`],
  ['community-group', (place) => `${place} Neighbours`],
  ['company', (place) => `${place} Imaging Limited`],
  ['gp-practice', (place) => `${place} Medical Practice`],
]

export const DIRECTORATES = [
  'Adult Community Services',
  'Mental Health',
  'Children and Young People',
  'Learning Disability and Autism',
  'Urgent Care',
  'Primary Care',
  'Older People',
  'Digital and Information',
  'Estates and Facilities',
  'Workforce',
  'Research and Innovation',
  'Public Health',
]

/** Executive roles; a partnership has one of them as its sponsor. */
export const EXECUTIVES = [
  'Chief Operating Officer',
  'Chief Nurse',
  'Medical Director',
  'Director of Finance',
  'Director of Strategy',
  'Director of People',
  'Chief Information Officer',
  'Director of Corporate Affairs',
  'Director of Estates',
  'Director of Public Health',
]

/** What leads of partnerships run; their place comes after it. */
export const MANAGERS = [
  'Service Manager, Community',
  'Head of Partnerships',
  'Programme Manager, Integration',
  'Clinical Lead, Therapies',
  'Contracts Manager',
  'Service Manager, Mental Health',
  'Matron, Urgent Care',
  'Business Manager, Children',
]

export const OBJECTIVES = [
  'Deliver care close to home',
  'Narrow inequalities of health',
  'Be a place where people want to work',
  'Develop through collaboration and partnerships',
  'Live within our means',
  'Learn, innovate and do research',
]

export const FOCUSES = [
  'referral',
  'discharge',
  'outreach',
  'triage',
  'prevention',
  'follow-up',
  'assessment',
  'training',
]

export const REASONS = [
  'The objective has no other route into primary care.',
  'Nobody else in the area has the skills that it brings.',
  'Waiting lists would grow by about a fifth without it.',
  'It reaches people who do not come to our own clinics.',
  'It spares beds in winter, when there are none to spare.',
]

export const CONTROLS = [
  'Monthly partnership management group reporting to the quality committee.',
  'Quarterly contract meeting with agreed minutes, and a yearly report to the finance committee.',
  'Joint steering group every two months; incidents are shared within a day, and complaints are answered together under one procedure.',
  'The lead sees the figures each month and meets the partner’s manager each quarter; what they cannot settle goes to the sponsor.',
  'Reported in the directorate’s performance review, with an open log of issues and a named deputy on both sides.',
]

export const RATIONALES = [
  'No single body sees the whole of the pathway; together the partners can plan it, staff it and pay for it once.',
  'The need was found in the joint strategic needs assessment, and people who use services asked for one door instead of four.',
  'The partners had run parallel services for years; sharing them frees clinical time and ends double visits.',
  'It came out of the winter plan of two years ago, and has been kept because readmissions fell in every quarter since.',
]

export const POSITIONS = [
  'Running as planned; the waiting time is within the target, and staffing is complete for the first time this year.',
  'Demand is above what was agreed. The partners have shared the extra work since May and are counting what it costs.',
  'The new premises opened in spring. Two of three teams have moved, and the third follows when its lease ends.',
  'A change of management at the partner slowed decisions; meetings are now back to every month.',
]

export const GRADE_COMMENTS = {
  governance: [
    'Terms of reference are being brought up to date.',
    'The steering group met in only half of the months.',
    'Delegations changed with the new scheme and are not yet written down.',
    'Minutes are kept, but actions are not always followed up.',
    'A conflict of interest was declared late and is now on file.',
  ],
  relationships: [
    'New team below director level.',
    'Two disputes about referrals took longer than agreed to settle.',
    'Good among clinicians, weaker between the finance teams.',
    'The partner has asked for an earlier say in planning.',
    'Trust is growing again after the change of provider.',
  ],
  outcomes: [
    'Access target missed for two quarters.',
    'Outcomes are good for those who are seen, but the wait is too long.',
    'Figures of the second half-year are not complete.',
    'Fewer people completed the course than last year.',
    'The target was met in three of four localities.',
  ],
}

/** Risks by category: title, mitigation. */
export const RISKS = {
  'patient-safety': [
    ['Handover between teams is missed at weekends', 'A shared list that both teams sign each Friday.'],
    ['Visits are cancelled at short notice', 'A standby rota that both partners fill.'],
    ['Deterioration is noticed late between visits', 'A weekly call and a single number for relatives.'],
  ],
  'staff-wellbeing': [
    ['Vacancies among support workers', 'Joint recruitment from November.'],
    ['Staff work alone in the evenings', 'Check-in calls every two hours, and a device for each worker.'],
    ['Sickness is above the average of both partners', 'Supervision each month and a shared bank of staff.'],
  ],
  'information-governance': [
    ['Paper records are carried between sites', 'Tablets with access to the shared record.'],
    ['Access rights of leavers are closed late', 'A monthly list from both personnel departments.'],
    ['Letters go to old addresses', 'Addresses are checked at each contact.'],
  ],
  finances: [
    ['The fee no longer covers the cost of travel', 'An open-book review of the fee before the next year.'],
    ['Non-recurrent funding ends in March', 'A bid for recurrent funding is with the commissioner.'],
    ['Invoices are disputed for months', 'Activity is agreed on the fifth working day of each month.'],
  ],
  systems: [
    ['The old rota system fails', 'A new one is being tried by the first team.'],
    ['Referrals by post get lost', 'Electronic referral from all practices by the end of the year.'],
    ['Figures of the partners do not match', 'One definition of a contact, and one report.'],
  ],
  reputation: [
    ['Waiting times are in the local paper', 'Joint statements, and a page that tells the real wait.'],
    ['Families hear different answers', 'One leaflet and one telephone number.'],
    ['An inspection finds fault with one partner', 'A shared plan for inspections, rehearsed each spring.'],
  ],
}

export const ACTIONS = [
  'Agree a recovery plan for the access target',
  'Write the terms for the new locality',
  'Send the outstanding minutes to the partner',
  'Settle who pays for interpreters',
  'Bring the equality impact assessment up to date',
  'Ask people who use the service how they find it',
  'Recruit to the vacant post of coordinator',
  'Test the continuity plan with the partner',
]

export const HEADLINES = [
  ['good', 'The service was shortlisted for a regional award.'],
  ['good', 'Referrals are now seen within ten working days.'],
  ['good', 'A second team began work and covers the whole area.'],
  ['neutral', 'The partners agreed to look at the boundaries of their areas.'],
  ['neutral', 'A new manager took up post at the partner.'],
  ['concern', 'Demand rose by a third over the year.'],
  ['concern', 'The partner announced a review of its offices.'],
]

export const MILESTONES = [
  'First patients seen at the new site',
  'Single point of access opened',
  'Shared record live for all teams',
  'Second locality joined',
  'Evaluation commissioned',
]

export const MEASURES = [
  'Referrals accepted',
  'People seen within the agreed time',
  'Home visits made',
  'Courses completed',
  'Calls answered',
]

export const SYSTEMS = ['SystmOne', 'Rio', 'EMIS Web', 'Mosaic', 'Liquidlogic']
